package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.carom.agent.diagnose.CaptureRequest;
import dev.carom.agent.diagnose.Platform;
import dev.carom.agent.diagnose.Request;
import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.forwarding.ProposedChange;
import dev.carom.agent.packet.IpAddress;
import dev.carom.contract.v1.BackendPlatform;
import dev.carom.contract.v1.CaptureOrder;
import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.DiagnoseOrder;
import dev.carom.contract.v1.ExplainOrder;
import dev.carom.contract.v1.RecallOrder;
import dev.carom.contract.v1.WhatIfOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a command asks for. The set is closed: an agent that is older than its control plane says so. */
sealed interface Order {
    record Diagnose(Request request) implements Order {}

    record Explain(FlowQuestion flow) implements Order {}

    record ExplainNext(IpAddress vip) implements Order {}

    record WhatIf(List<ProposedChange> changes, Optional<FlowQuestion> flow) implements Order {}

    record Capture(CaptureRequest request) implements Order {}

    record Recorded() implements Order {}

    /** @param series a VIP or a backend */
    record Recall(UUID series) implements Order {}

    record Resynchronize() implements Order {}

    record Unknown(String kind) implements Order {}

    /** @throws InvalidProtocolBufferException when the payload is not that of the command's kind */
    static Order of(Command command) throws InvalidProtocolBufferException {
        return switch (command.getKind()) {
            case COMMAND_KIND_DIAGNOSE -> new Diagnose(request(DiagnoseOrder.parseFrom(command.getPayload())));
            case COMMAND_KIND_EXPLAIN -> explain(ExplainOrder.parseFrom(command.getPayload()));
            case COMMAND_KIND_WHAT_IF -> ProposalReader.read(WhatIfOrder.parseFrom(command.getPayload()));
            case COMMAND_KIND_CAPTURE -> capture(CaptureOrder.parseFrom(command.getPayload()));
            case COMMAND_KIND_RECALL ->
                new Recall(id(RecallOrder.parseFrom(command.getPayload()).getId()));
            case COMMAND_KIND_RESYNC -> new Resynchronize();
            case COMMAND_KIND_PROBE, COMMAND_KIND_HAND_OVER, COMMAND_KIND_UNSPECIFIED, UNRECOGNIZED ->
                new Unknown(command.getKind().name());
        };
    }

    private static Order explain(ExplainOrder order) throws InvalidProtocolBufferException {
        try {
            IpAddress destination = IpAddress.of(order.getDestination().toByteArray());
            if (order.getJustSeen()) {
                return new ExplainNext(destination);
            }
            return new Explain(flow(order));
        } catch (IllegalArgumentException noAddress) {
            throw new InvalidProtocolBufferException(noAddress.getMessage());
        }
    }

    private static Order capture(CaptureOrder order) throws InvalidProtocolBufferException {
        if (order.getRecorded()) {
            return new Recorded();
        }
        try {
            return new Capture(new CaptureRequest(
                    IpAddress.of(order.getVipAddress().toByteArray()),
                    order.getFilter(),
                    Duration.ofSeconds(order.getSeconds()),
                    order.getBytes()));
        } catch (IllegalArgumentException noAddress) {
            throw new InvalidProtocolBufferException(noAddress.getMessage());
        }
    }

    /** @throws IllegalArgumentException if an address is none */
    static FlowQuestion flow(ExplainOrder order) {
        Protocol protocol =
                order.getProtocol() == dev.carom.contract.v1.Protocol.PROTOCOL_UDP ? Protocol.UDP : Protocol.TCP;
        return new FlowQuestion(
                IpAddress.of(order.getSource().toByteArray()),
                IpAddress.of(order.getDestination().toByteArray()),
                protocol,
                order.getSourcePort(),
                order.getDestinationPort());
    }

    private static Request request(DiagnoseOrder order) throws InvalidProtocolBufferException {
        Map<UUID, Platform> platforms = new HashMap<>();
        for (BackendPlatform named : order.getPlatformsList()) {
            platforms.put(id(named.getBackendId()), platform(named.getPlatform()));
        }
        return new Request(ids(order.getVipIdsList()), ids(order.getBackendIdsList()), platforms);
    }

    private static Platform platform(dev.carom.contract.v1.Platform platform) {
        return switch (platform) {
            case PLATFORM_FREEBSD -> Platform.FREEBSD;
            case PLATFORM_WINDOWS -> Platform.WINDOWS;
            case PLATFORM_LINUX, PLATFORM_UNSPECIFIED, UNRECOGNIZED -> Platform.LINUX;
        };
    }

    private static Set<UUID> ids(List<ByteString> bytes) throws InvalidProtocolBufferException {
        Set<UUID> ids = new HashSet<>();
        for (ByteString each : bytes) {
            ids.add(id(each));
        }
        return ids;
    }

    private static UUID id(ByteString bytes) throws InvalidProtocolBufferException {
        try {
            return Uuids.of(bytes);
        } catch (IllegalArgumentException noId) {
            throw new InvalidProtocolBufferException(noId.getMessage());
        }
    }
}
