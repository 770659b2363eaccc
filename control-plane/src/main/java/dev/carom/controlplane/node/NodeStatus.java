package dev.carom.controlplane.node;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
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

        @Schema(description = "The revision that the node refused, while that refusal stands.") @Nullable Long rejectedRevision,

        @Schema(description = "Resources that the node leaves out, and why.")
        List<Error> errors,

        List<Engine> engines,

        @Schema(description = "When the node last reported; its engines are as old as that.") @Nullable Instant reportedAt) {

    /** A node that nobody has heard of. */
    public static final NodeStatus UNHEARD = new NodeStatus(false, null, null, null, null, List.of(), List.of(), null);

    public NodeStatus {
        errors = List.copyOf(errors);
        engines = List.copyOf(engines);
    }

    /** Why the node leaves one resource out. */
    @Schema(name = "NodeError")
    public record Error(
            @Schema(example = "listeners/7d1e…", description = "Collection and id.")
            String resource,

            String code,
            String message) {}

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
