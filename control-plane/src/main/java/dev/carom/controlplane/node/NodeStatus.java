package dev.carom.controlplane.node;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node says of itself: which revisions it has received, applied and verified, and the engines that it runs.
 *
 * @param receivedRevision absent as long as the node has not said so; likewise the others
 */
public record NodeStatus(
        boolean connected,
        @Nullable Long receivedRevision,
        @Nullable Long appliedRevision,

        @Schema(description = "Read back from the running engines.") @Nullable Long verifiedRevision,

        List<Engine> engines) {

    /** A node that nobody has heard of. */
    public static final NodeStatus UNHEARD = new NodeStatus(false, null, null, null, List.of());

    public NodeStatus {
        engines = List.copyOf(engines);
    }

    /**
     * What moves frames on one interface.
     *
     * @param mode {@code XDP_NATIVE}, {@code XDP_GENERIC} or {@code PCAP}
     * @param reason why this mode, or why not ready
     */
    @Schema(name = "Engine")
    public record Engine(
            @Schema(example = "eth0") String interfaceName,

            @Schema(allowableValues = {"XDP_NATIVE", "XDP_GENERIC", "PCAP"})
            String mode,

            boolean ready,
            String reason) {}
}
