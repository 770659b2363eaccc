package dev.carom.controlplane.rollout;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What adopting the database means, or has meant. */
public record Adoption(
        @Schema(description = "Above all that the database and the nodes know: what is configured goes to every node.")
        long epoch,

        @Schema(description = "The one that begins it; absent when it was only asked for.") @Nullable Long revision,

        @Schema(description = "Those whose state is lost by it.")
        List<AheadNode> nodes) {

    /** A node with a state that the database does not know. */
    @Schema(name = "AheadNode")
    public record AheadNode(UUID nodeId, String nodeName, long epoch, long revision, Instant heardAt) {}
}
