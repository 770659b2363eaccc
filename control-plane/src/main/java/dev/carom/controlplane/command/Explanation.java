package dev.carom.controlplane.command;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the next packet of a flow goes, as the node itself would decide it.
 *
 * @param slot of the pool's hash table; absent where no hash was asked
 * @param slots in the pool's hash table; 0 where there is none
 * @param after absent when it goes nowhere
 */
public record Explanation(
        Flow flow,

        @Schema(
                description =
                        "KNOWN_FLOW, KNOWN_SOURCE, MOVED_FLOW, BY_HASH, BY_TURN; or why it goes nowhere: NOT_A_VIP,"
                                + " VIP_DISABLED, NO_LISTENER, LISTENER_DISABLED, SOURCE_DENIED, NO_BACKEND.")
        String outcome,

        @Schema(description = "Whether the node that answers is the owner of the VIP.")
        boolean owned,

        @Nullable UUID vipId,
        @Nullable UUID listenerId,
        @Nullable UUID poolId,
        @Nullable Integer slot,
        int slots,
        @Nullable ChosenBackend chosen,
        List<OtherBackend> others,
        Before before,
        @Nullable After after,

        @Schema(description = "The one whose table decides; absent before the first.") @Nullable Long revision)
        implements Outcome {

    @Schema(name = "ChosenBackend")
    public record ChosenBackend(UUID backendId, String name) {}

    /** @param why HASH_FELL_ELSEWHERE, REMEMBERED_ELSEWHERE, KEEPS_ITS_FLOWS_ONLY or TAKES_NONE */
    @Schema(name = "OtherBackend")
    public record OtherBackend(
            UUID backendId,
            String name,

            @Schema(
                    description = "HASH_FELL_ELSEWHERE, REMEMBERED_ELSEWHERE, KEEPS_ITS_FLOWS_ONLY (draining, weight 0,"
                            + " or not yet judged) or TAKES_NONE (down or disabled).")
            String why) {}

    /**
     * The frame as it comes.
     *
     * @param sourceMac of the last hop; absent where no packet was seen
     */
    @Schema(name = "FrameBefore")
    public record Before(
            @Nullable String sourceMac, @Nullable String destinationMac) {}

    /** The frame as it leaves; the IP packet is the same, byte for byte. {@code vlanId} 0 is untagged. */
    @Schema(name = "FrameAfter")
    public record After(String sourceMac, String destinationMac, String interfaceName, int vlanId) {}
}
