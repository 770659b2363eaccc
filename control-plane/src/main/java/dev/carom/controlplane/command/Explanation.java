package dev.carom.controlplane.command;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the next packet of a flow goes, as the node itself would decide it.
 *
 * @param cameFromMac of the last hop, where the packet was seen
 * @param cameToMac the node's own
 * @param slot of the pool's hash table; absent where no hash was asked
 */
public record Explanation(
        Flow flow,

        @Schema(description = "KNOWN_FLOW, KNOWN_SOURCE, MOVED_FLOW, BY_HASH, BY_TURN; or why it goes nowhere.")
        String outcome,

        boolean owned,
        @Nullable UUID vipId,
        @Nullable UUID listenerId,
        @Nullable UUID poolId,
        @Nullable Integer slot,
        int slots,
        @Nullable Chosen chosen,
        List<Other> others,
        @Nullable String cameFromMac,
        @Nullable String cameToMac,
        @Nullable Long revision)
        implements Outcome {

    /** {@code vlanId} 0 is untagged. */
    @Schema(name = "ChosenBackend")
    public record Chosen(
            UUID backendId, String name, String destinationMac, String sourceMac, String interfaceName, int vlanId) {}

    /** @param why HASH_FELL_ELSEWHERE, REMEMBERED_ELSEWHERE, KEEPS_ITS_FLOWS_ONLY or TAKES_NONE */
    @Schema(name = "OtherBackend")
    public record Other(UUID backendId, String name, String why) {}
}
