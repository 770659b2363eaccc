package dev.carom.controlplane.canary;

/** What becomes of a trial. */
sealed interface Verdict {
    /** Nothing yet. */
    record Wait() implements Verdict {}

    /** All nodes have verified it: the soak begins. */
    record Soak() implements Verdict {}

    record Pass() implements Verdict {}

    /** @param reason a sentence for people */
    record RollBack(String reason) implements Verdict {}
}
