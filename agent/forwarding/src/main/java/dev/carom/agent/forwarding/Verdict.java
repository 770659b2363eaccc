package dev.carom.agent.forwarding;

import java.util.UUID;

/**
 * What happens to one frame. All instances are made when a table is compiled, or are constants: deciding allocates
 * nothing.
 */
public sealed interface Verdict {

    /** The frame, its MACs already rewritten in place, leaves by the interface of that index. */
    record Forward(UUID backend, int egressInterface) implements Verdict {}

    /** Not for the data path; a frame of control interest (ARP, ND, VRRP) is offered to the agent. */
    record Pass(Reason reason) implements Verdict {}

    /** The forwarder wrote an answer into its reply buffer, to leave by the interface the frame came in on. */
    record Answer(Reason reason) implements Verdict {}

    record Drop(Reason reason) implements Verdict {}
}
