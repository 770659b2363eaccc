package dev.carom.agent.controlplane;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.HashKey;
import dev.carom.agent.packet.MacAddress;
import dev.carom.agent.reconcile.RevisionedState;
import dev.carom.contract.v1.Network;
import dev.carom.contract.v1.Node;
import dev.carom.contract.v1.NodePriority;
import dev.carom.contract.v1.VirtualRouter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.stream.Collectors;

/** Reads the contract's message into the forwarding core's values: its classes go no further. */
final class DesiredStateReader {
    private DesiredStateReader() {}

    /** @throws InvalidProtocolBufferException when the bytes are no state at all */
    static RevisionedState read(ReceivedState received) throws InvalidProtocolBufferException {
        var message = dev.carom.contract.v1.DesiredState.parseFrom(received.bytes());
        Reading reading = new Reading();
        DesiredState desired;
        try {
            desired = read(message, reading);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidProtocolBufferException(unreadable.getMessage());
        }
        return new RevisionedState(received.id(), received.hash(), desired, reading.errors());
    }

    private static DesiredState read(dev.carom.contract.v1.DesiredState message, Reading reading) {
        return new DesiredState(
                Uuids.of(message.getNodeGroupId()),
                hashKey(message.getHashKey().asReadOnlyByteBuffer()),
                reading.each("networks", message.getNetworksList(), Network::getId, DesiredStateReader::network),
                ServiceReader.vips(message, reading),
                ServiceReader.listeners(message, reading),
                PoolReader.pools(message, reading),
                MonitorReader.monitors(message, reading),
                reading.each(
                        "virtual-routers",
                        message.getVirtualRoutersList(),
                        VirtualRouter::getId,
                        DesiredStateReader::virtualRouter),
                reading.each("nodes", message.getNodesList(), Node::getId, DesiredStateReader::node));
    }

    private static HashKey hashKey(ByteBuffer bytes) {
        if (bytes.remaining() != 16) {
            throw new IllegalArgumentException("the hash key has 16 bytes, not " + bytes.remaining());
        }
        return new HashKey(bytes.getLong(), bytes.getLong());
    }

    private static DesiredState.Network network(Network network) {
        return new DesiredState.Network(
                Uuids.of(network.getId()),
                network.getName(),
                network.getInterfaceSelector(),
                network.getVlanId(),
                Reading.prefixes(network.getSubnetsList()),
                network.getMtu(),
                Reading.named(network.getRole(), DesiredState.NetworkRole.class, DesiredState.NetworkRole.BOTH));
    }

    private static DesiredState.Node node(Node node) {
        return new DesiredState.Node(
                Uuids.of(node.getId()),
                node.getName(),
                node.getAddressesList().stream().map(Reading::address).toList(),
                node.getMacsList().stream()
                        .map(mac -> MacAddress.of(mac.toByteArray()))
                        .toList());
    }

    private static DesiredState.VirtualRouter virtualRouter(VirtualRouter router) {
        return new DesiredState.VirtualRouter(
                Uuids.of(router.getId()),
                router.getVrid(),
                router.getVipIdsList().stream().map(Uuids::of).toList(),
                router.getPriorityByNodeList().stream()
                        .collect(Collectors.toMap(entry -> Uuids.of(entry.getNodeId()), NodePriority::getPriority)),
                Duration.ofMillis(router.getAdvertMs()));
    }
}
