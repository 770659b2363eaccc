package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.ChosenBackend;
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
        ChosenBackend chosen = message.hasChosen() ? message.getChosen() : null;
        return new Explanation(
                flow(message),
                message.getOutcome(),
                message.getOwned(),
                id(message.getVipId()),
                id(message.getListenerId()),
                id(message.getPoolId()),
                message.hasSlot() ? message.getSlot() : null,
                message.getSlots(),
                chosen == null
                        ? null
                        : new Explanation.ChosenBackend(Ids.fromBytes(chosen.getBackendId()), chosen.getName()),
                message.getOthersList().stream()
                        .map(other -> new Explanation.OtherBackend(
                                Ids.fromBytes(other.getBackendId()), other.getName(), other.getWhy()))
                        .toList(),
                new Explanation.Before(mac(message.getCameFromMac()), mac(message.getCameToMac())),
                chosen == null ? null : after(chosen),
                message.hasId() ? message.getId().getRevision() : null);
    }

    private static Flow flow(dev.carom.contract.v1.Explanation message) {
        return new Flow(
                address(message.getSource()),
                address(message.getDestination()),
                message.getProtocol() == Protocol.PROTOCOL_UDP ? Flow.Protocol.UDP : Flow.Protocol.TCP,
                message.getSourcePort(),
                message.getDestinationPort());
    }

    private static Explanation.After after(ChosenBackend chosen) {
        return new Explanation.After(
                String.valueOf(mac(chosen.getSourceMac())),
                String.valueOf(mac(chosen.getDestinationMac())),
                chosen.getInterface(),
                chosen.getVlanId());
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
