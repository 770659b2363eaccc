package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.NodePriority;
import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.node.Network;
import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.rollout.DesiredState;
import dev.carom.controlplane.rollout.DesiredStateEncoder;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Writes a desired state as the contract's message. Lists are sorted and no maps are used: equal states, equal bytes. */
@Component
class ProtobufDesiredStateEncoder implements DesiredStateEncoder {
    @Override
    public byte[] encode(DesiredState state) {
        return toMessage(state).toByteArray();
    }

    static dev.carom.contract.v1.DesiredState toMessage(DesiredState state) {
        var message = dev.carom.contract.v1.DesiredState.newBuilder()
                .setNodeGroupId(Ids.toBytes(state.group().id()))
                .setHashKey(ByteString.copyFrom(state.group().hashKey()));
        state.networks().forEach(network -> message.addNetworks(network(network)));
        state.nodes().forEach(node -> message.addNodes(node(node)));
        state.vips().forEach(vip -> message.addVips(VipMessages.vip(vip)));
        state.listeners().forEach(listener -> message.addListeners(VipMessages.listener(listener)));
        state.pools().forEach(pool -> message.addPools(PoolMessages.pool(pool)));
        state.healthMonitors().forEach(monitor -> message.addMonitors(MonitorMessages.monitor(monitor)));
        state.virtualRouters().forEach(router -> message.addVirtualRouters(router(router)));
        return message.build();
    }

    private static dev.carom.contract.v1.Network network(Network network) {
        var spec = network.spec();
        var message = dev.carom.contract.v1.Network.newBuilder()
                .setId(Ids.toBytes(network.id()))
                .setName(spec.name())
                .setInterfaceSelector(spec.interfaceSelector())
                .setVlanId(spec.vlanId())
                .setMtu(spec.mtu())
                .setRole(Twins.of(dev.carom.contract.v1.NetworkRole.class, "NETWORK_ROLE", spec.role()));
        spec.subnets().forEach(subnet -> message.addSubnets(Messages.prefix(subnet)));
        return message.build();
    }

    private static dev.carom.contract.v1.Node node(Node node) {
        var spec = node.spec();
        var message = dev.carom.contract.v1.Node.newBuilder()
                .setId(Ids.toBytes(node.id()))
                .setName(spec.name());
        spec.addresses().stream()
                .map(IpAddress::toBytes)
                .forEach(address -> message.addAddresses(ByteString.copyFrom(address)));
        node.reportedMacs().forEach(mac -> message.addMacs(ByteString.copyFrom(mac.toBytes())));
        return message.build();
    }

    private static dev.carom.contract.v1.VirtualRouter router(DesiredState.RouterVips carried) {
        var spec = carried.router().spec();
        var message = dev.carom.contract.v1.VirtualRouter.newBuilder()
                .setId(Ids.toBytes(carried.router().id()))
                .setVrid(spec.vrid())
                .setAdvertMs(spec.advertMs());
        carried.vips().forEach(vip -> message.addVipIds(Ids.toBytes(vip)));
        spec.priorityByNode().entrySet().stream()
                .map(entry -> NodePriority.newBuilder()
                        .setNodeId(Ids.toBytes(entry.getKey()))
                        .setPriority(entry.getValue())
                        .build())
                .sorted(Comparator.comparing(NodePriority::getNodeId, ByteString.unsignedLexicographicalComparator()))
                .forEach(message::addPriorityByNode);
        return message.build();
    }
}
