package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.ExplainOrder;
import dev.carom.contract.v1.Protocol;
import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.command.Explanation;
import dev.carom.controlplane.command.Flow;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions about flows for the wire, and their answers from it. */
final class ExplanationMessages {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    private ExplanationMessages() {}

    static ExplainOrder order(Flow flow) {
        return ExplainOrder.newBuilder()
                .setSource(ByteString.copyFrom(flow.source().toBytes()))
                .setDestination(ByteString.copyFrom(flow.destination().toBytes()))
                .setProtocol(Twins.of(Protocol.class, "PROTOCOL", flow.protocol()))
                .setSourcePort(flow.sourcePort())
                .setDestinationPort(flow.destinationPort())
                .build();
    }

    static ExplainOrder order(IpAddress vip) {
        return ExplainOrder.newBuilder()
                .setDestination(ByteString.copyFrom(vip.toBytes()))
                .setJustSeen(true)
                .build();
    }

    static Explanation toDomain(dev.carom.contract.v1.Explanation message) {
        Flow flow = new Flow(
                address(message.getSource()),
                address(message.getDestination()),
                message.getProtocol() == Protocol.PROTOCOL_UDP ? Flow.Protocol.UDP : Flow.Protocol.TCP,
                message.getSourcePort(),
                message.getDestinationPort());
        boolean hashed = message.getOutcome().startsWith("BY_") || message.getSlot() != 0;
        return new Explanation(
                flow,
                message.getOutcome(),
                message.getOwned(),
                id(message.getVipId()),
                id(message.getListenerId()),
                id(message.getPoolId()),
                hashed ? message.getSlot() : null,
                message.getSlots(),
                message.hasChosen() ? chosen(message.getChosen()) : null,
                message.getOthersList().stream()
                        .map(other -> new Explanation.Other(
                                Ids.fromBytes(other.getBackendId()), other.getName(), other.getWhy()))
                        .toList(),
                mac(message.getCameFromMac()),
                mac(message.getCameToMac()),
                message.hasId() ? message.getId().getRevision() : null);
    }

    private static Explanation.Chosen chosen(dev.carom.contract.v1.ChosenBackend message) {
        return new Explanation.Chosen(
                Ids.fromBytes(message.getBackendId()),
                message.getName(),
                String.valueOf(mac(message.getDestinationMac())),
                String.valueOf(mac(message.getSourceMac())),
                message.getInterface(),
                message.getVlanId());
    }

    private static IpAddress address(ByteString bytes) {
        try {
            return new IpAddress(InetAddress.getByAddress(bytes.toByteArray()));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.size());
        }
    }

    private static @Nullable UUID id(ByteString bytes) {
        return bytes.isEmpty() ? null : Ids.fromBytes(bytes);
    }

    private static @Nullable String mac(ByteString bytes) {
        return bytes.isEmpty() ? null : COLONS.formatHex(bytes.toByteArray());
    }
}
