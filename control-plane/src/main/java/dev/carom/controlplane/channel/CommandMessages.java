package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.carom.contract.v1.BackendPlatform;
import dev.carom.contract.v1.Cancel;
import dev.carom.contract.v1.CaptureOrder;
import dev.carom.contract.v1.CapturePart;
import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.DiagnoseOrder;
import dev.carom.contract.v1.RecallOrder;
import dev.carom.contract.v1.ReportCommandRequest;
import dev.carom.contract.v1.WatchResponse;
import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.command.CommandCodec;
import dev.carom.controlplane.command.CommandKind;
import dev.carom.controlplane.command.Flow;
import dev.carom.controlplane.command.OpenStreams;
import dev.carom.controlplane.command.Order;
import dev.carom.controlplane.command.Outcome;
import dev.carom.controlplane.command.RawAnswer;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Orders and their answers, for the wire and from it. */
@Component
class CommandMessages implements CommandCodec {
    static WatchResponse command(OpenStreams.Delivery delivery) {
        return WatchResponse.newBuilder()
                .setCommand(Command.newBuilder()
                        .setId(Ids.toBytes(delivery.id()))
                        .setDeadlineMs(delivery.left().toMillis())
                        .setKind(Twins.of(dev.carom.contract.v1.CommandKind.class, "COMMAND_KIND", delivery.kind()))
                        .setPayload(ByteString.copyFrom(delivery.payload())))
                .build();
    }

    static WatchResponse cancel(UUID command) {
        return WatchResponse.newBuilder()
                .setCancel(Cancel.newBuilder().setId(Ids.toBytes(command)))
                .build();
    }

    static RawAnswer answer(ReportCommandRequest request) {
        long sequence = request.getSequence();
        boolean last = request.getLast();
        return switch (request.getOutcomeCase()) {
            case PROGRESS -> new RawAnswer(sequence, last, RawAnswer.Type.PROGRESS, null, request.getProgress(), null);
            case RESULT -> new RawAnswer(sequence, last, RawAnswer.Type.RESULT, null, request.getResult(), null);
            case BYTES ->
                new RawAnswer(
                        sequence,
                        last,
                        RawAnswer.Type.RESULT,
                        null,
                        "",
                        request.getBytes().toByteArray());
            case ERROR ->
                new RawAnswer(
                        sequence,
                        last,
                        RawAnswer.Type.FAILURE,
                        request.getError().getCode(),
                        request.getError().getMessage(),
                        null);
            case OUTCOME_NOT_SET -> throw new IllegalArgumentException("an answer says nothing");
        };
    }

    @Override
    public byte[] encode(Order order) {
        return switch (order) {
            case Order.Diagnose diagnose -> diagnose(diagnose).toByteArray();
            case Order.Explain(Flow flow) -> ExplanationMessages.order(flow).toByteArray();
            case Order.ExplainNext(IpAddress vip) ->
                ExplanationMessages.order(vip).toByteArray();
            case Order.Foretell foretell -> ForecastMessages.order(foretell).toByteArray();
            case Order.Capture capture -> CaptureMessages.order(capture).toByteArray();
            case Order.Recorded recorded ->
                CaptureOrder.newBuilder().setRecorded(true).build().toByteArray();
            case Order.Recall(UUID series) ->
                RecallOrder.newBuilder().setId(Ids.toBytes(series)).build().toByteArray();
            case Order.Resync resync -> new byte[0];
        };
    }

    private static DiagnoseOrder diagnose(Order.Diagnose order) {
        DiagnoseOrder.Builder message = DiagnoseOrder.newBuilder();
        order.vips().forEach(vip -> message.addVipIds(Ids.toBytes(vip)));
        order.backends().forEach(backend -> message.addBackendIds(Ids.toBytes(backend)));
        order.platforms()
                .forEach((backend, platform) -> message.addPlatforms(BackendPlatform.newBuilder()
                        .setBackendId(Ids.toBytes(backend))
                        .setPlatform(Twins.of(dev.carom.contract.v1.Platform.class, "PLATFORM", platform))));
        return message.build();
    }

    @Override
    public Outcome decode(CommandKind kind, byte[] outcome) {
        try {
            return switch (kind) {
                case DIAGNOSE -> DiagnosisMessages.toDomain(dev.carom.contract.v1.Diagnosis.parseFrom(outcome));
                case EXPLAIN -> ExplanationMessages.toDomain(dev.carom.contract.v1.Explanation.parseFrom(outcome));
                case WHAT_IF -> ForecastMessages.toDomain(dev.carom.contract.v1.Forecast.parseFrom(outcome));
                case CAPTURE -> CaptureMessages.toDomain(CapturePart.parseFrom(outcome));
                case RECALL -> RecollectionMessages.toDomain(dev.carom.contract.v1.Recollection.parseFrom(outcome));
                case PROBE, RESYNC, HAND_OVER -> throw new IllegalArgumentException(kind + " has no outcome in bytes");
            };
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
