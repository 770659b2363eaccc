package dev.carom.agent.forwarding;

import dev.carom.agent.packet.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Where the next packet of a flow goes, by the tables and the memory that packets are decided by. Nothing is remembered
 * and nothing counted by asking; limits of new flows are left out of it.
 *
 * @param owned whether this node answers for the VIP
 * @param slot of the pool's Maglev table that the flow's hash falls into; empty where no hash was asked
 * @param chosen where it goes; empty when the outcome says why it goes nowhere
 * @param others each other backend of the pool
 */
public record FlowExplanation(
        Outcome outcome,
        boolean owned,
        Optional<UUID> vip,
        Optional<UUID> listener,
        Optional<UUID> pool,
        OptionalInt slot,
        int slots,
        Optional<Hop> chosen,
        List<Other> others) {
    public FlowExplanation {
        others = List.copyOf(others);
    }

    public enum Outcome {
        NOT_A_VIP,
        VIP_DISABLED,
        NO_LISTENER,
        LISTENER_DISABLED,
        /** The listener's access lists do not let the source open a flow. */
        SOURCE_DENIED,
        /** It is remembered, and its backend keeps its flows. */
        KNOWN_FLOW,
        /** It is not remembered, and with affinity another flow of its source prefix is. */
        KNOWN_SOURCE,
        /** It is remembered, and its backend keeps no flows: the table chooses anew. */
        MOVED_FLOW,
        /** It is not remembered: the table chooses by its hash. */
        BY_HASH,
        /** The pool chooses by turns or by load: the hash shows who takes it where it is not remembered. */
        BY_TURN,
        NO_BACKEND
    }

    /** The frame's new MACs; {@code vlanId} 0 is untagged. */
    public record Hop(
            UUID backend, String name, MacAddress destination, MacAddress source, int interfaceIndex, int vlanId) {}

    /** Why not this one. */
    public record Other(UUID backend, String name, Why why) {}

    public enum Why {
        /** It takes new flows, and the hash fell on another. */
        HASH_FELL_ELSEWHERE,
        /** It takes new flows, and this one is remembered on another. */
        REMEMBERED_ELSEWHERE,
        /** Draining, weight 0, not yet judged, or down in a pool that keeps flows. */
        KEEPS_ITS_FLOWS_ONLY,
        /** Down or disabled. */
        TAKES_NONE
    }
}
