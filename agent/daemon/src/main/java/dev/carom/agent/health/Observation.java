package dev.carom.agent.health;

/** What one probe, or one passive signal, says of a backend; {@code reason} is one line for a person. */
public sealed interface Observation {
    String reason();

    /** The probe got what it expects. */
    record Passed(String reason) implements Observation {}

    /**
     * The backend answered wrongly, refused, or stayed silent.
     *
     * @param unanswered nothing came back at all
     */
    record Failed(String reason, boolean unanswered) implements Observation {
        Failed(String reason) {
            this(reason, false);
        }
    }

    /** This node could not ask: nothing is learnt about the backend. */
    record Inconclusive(String reason) implements Observation {}

    /** Seen in passing on the wire: a bounced frame, an unresolved MAC, an ICMP unreachable. */
    record Signalled(String reason) implements Observation {}
}
