package dev.carom.controlplane.channel;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.carom.contract.v1.ReportChangesRequest;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.controlplane.telemetry.NodeReport;
import dev.carom.controlplane.telemetry.ReportReader;
import dev.carom.controlplane.telemetry.Told;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads reports as agents sent them. */
@Component
class ProtobufReportReader implements ReportReader {
    @Override
    public NodeReport whole(UUID node, byte[] content, Instant receivedAt) {
        try {
            return ReportMessages.toDomain(node, ReportRequest.parseFrom(content), receivedAt);
        } catch (InvalidProtocolBufferException e) {
            throw damaged(node, e);
        }
    }

    @Override
    public Told.Changes changes(UUID node, byte[] content, Instant receivedAt) {
        try {
            return ReportMessages.toDomain(node, ReportChangesRequest.parseFrom(content), receivedAt);
        } catch (InvalidProtocolBufferException e) {
            throw damaged(node, e);
        }
    }

    private static IllegalStateException damaged(UUID node, InvalidProtocolBufferException why) {
        return new IllegalStateException("a stored report of node " + node + " is damaged", why);
    }
}
