package dev.carom.controlplane.channel;

import dev.carom.contract.v1.AcknowledgeRequest;
import dev.carom.controlplane.rollout.Acknowledgement;
import dev.carom.controlplane.rollout.Hash;
import dev.carom.controlplane.rollout.ResourceError;
import dev.carom.controlplane.rollout.Stage;
import java.time.Instant;
import java.util.UUID;

/** Acknowledgements from the wire. */
final class AcknowledgementMessages {
    private AcknowledgementMessages() {}

    /** @throws IllegalArgumentException if it names no stage that this server knows */
    static Acknowledgement toDomain(UUID node, AcknowledgeRequest request, Instant now) {
        return new Acknowledgement(
                node,
                stage(request.getStage()),
                Messages.revisionId(request.getId()),
                Hash.ofBytes(request.getHash().toByteArray()),
                request.getErrorsList().stream()
                        .map(error -> new ResourceError(error.getResource(), error.getCode(), error.getMessage()))
                        .toList(),
                now);
    }

    private static Stage stage(dev.carom.contract.v1.Stage stage) {
        return switch (stage) {
            case STAGE_RECEIVED -> Stage.RECEIVED;
            case STAGE_APPLIED -> Stage.APPLIED;
            case STAGE_VERIFIED -> Stage.VERIFIED;
            case STAGE_REJECTED -> Stage.REJECTED;
            case STAGE_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("the stage is RECEIVED, APPLIED, VERIFIED or REJECTED");
        };
    }
}
