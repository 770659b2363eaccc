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
 * @param state how the group stands now
 * @param complete whether every node has verified it
 * @param completedAt when the last of them had
 */
public record GroupRollout(
        UUID nodeGroupId,
        String nodeGroupName,
        long epoch,
        long revision,
        String hash,
        Instant changedAt,
        RolloutState state,
        boolean complete,
        @Nullable Instant completedAt,
        List<NodeRollout> nodes) {

    /**
     * Where one node is, and when it climbed each rung with this rollout's revision.
     *
     * @param heldBack whether other nodes try a revision before this one gets it
     * @param rejectedRevision a refusal that stands; {@code errors} has its reasons
     * @param receivedAt absent as long as it has not; likewise the others
     */
    public record NodeRollout(
            UUID nodeId,
            String nodeName,
            boolean heldBack,
            @Nullable Long receivedRevision,
            @Nullable Long appliedRevision,
            @Nullable Long verifiedRevision,
            @Nullable Long rejectedRevision,
            @Nullable Instant receivedAt,
            @Nullable Instant appliedAt,
            @Nullable Instant verifiedAt,
            @Nullable Instant rejectedAt,
            List<ResourceError> errors) {

        static NodeRollout of(UUID id, String name, boolean heldBack, NodeProgress progress, RungTimes times) {
            return new NodeRollout(
                    id,
                    name,
                    heldBack,
                    number(progress.received()),
                    number(progress.applied()),
                    number(progress.verified()),
                    number(progress.rejected().map(Acknowledgement::id).orElse(null)),
                    times.received(),
                    times.applied(),
                    times.verified(),
                    times.rejected(),
                    times.errors().isEmpty() ? progress.errors() : times.errors());
        }

        private static @Nullable Long number(@Nullable RevisionId id) {
            return id == null ? null : id.revision();
        }
    }
}
