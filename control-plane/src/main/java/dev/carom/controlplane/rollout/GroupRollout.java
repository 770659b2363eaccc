package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a node group's state has come.
 *
 * @param revision the revision at which the group's content last changed
 * @param complete whether every node has verified it
 */
public record GroupRollout(
        UUID nodeGroupId,
        String nodeGroupName,
        long epoch,
        long revision,
        String hash,
        Instant changedAt,
        boolean complete,
        List<NodeRollout> nodes) {

    /** @param rejectedRevision a refusal that stands; {@code errors} has its reasons */
    public record NodeRollout(
            UUID nodeId,
            String nodeName,
            @Nullable Long receivedRevision,
            @Nullable Long appliedRevision,
            @Nullable Long verifiedRevision,
            @Nullable Long rejectedRevision,
            List<ResourceError> errors) {

        static NodeRollout of(UUID id, String name, NodeProgress progress) {
            return new NodeRollout(
                    id,
                    name,
                    number(progress.received()),
                    number(progress.applied()),
                    number(progress.verified()),
                    number(progress.rejected().map(Acknowledgement::id).orElse(null)),
                    progress.errors());
        }

        private static @Nullable Long number(@Nullable RevisionId id) {
            return id == null ? null : id.revision();
        }
    }
}
