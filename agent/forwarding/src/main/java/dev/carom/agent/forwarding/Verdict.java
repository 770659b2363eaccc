package dev.carom.agent.forwarding;

import java.util.UUID;

/**
 * What happens to one frame. All instances are made when a table is compiled, or are constants: deciding allocates
 * nothing.
 */
public sealed interface Verdict {

    /** {@link Forwarder#outgoing}, its MACs already rewritten, leaves by the interface of that index. */
    record Forward(UUID backend, int egressInterface) implements Verdict {}

    /** Not for the data path; a frame of control interest (ARP, ND, VRRP) is offered to the agent. */
    record Pass(Reason reason) implements Verdict {}

    /** {@link Forwarder#outgoing} holds the answer, to leave by the interface the frame came in on. */
    record Answer(Reason reason) implements Verdict {}

    record Drop(Reason reason) implements Verdict {}

    /**
     * Kept by the forwarder, in a copy: a fragment that overtook its first. It is counted when its fate is known, by
     * {@link Forwarder#decideReleased} or {@link Forwarder#expire}.
     */
    record Hold() implements Verdict {}
}
