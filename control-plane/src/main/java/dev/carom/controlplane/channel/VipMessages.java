package dev.carom.controlplane.channel;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.AdminState;
import dev.carom.contract.v1.PortRange;
import dev.carom.contract.v1.Protocol;
import dev.carom.contract.v1.UnmatchedPortPolicy;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.Vip;

/** VIPs and listeners for the wire. */
final class VipMessages {
    private VipMessages() {}

    static dev.carom.contract.v1.Vip vip(Vip vip) {
        var spec = vip.spec();
        return dev.carom.contract.v1.Vip.newBuilder()
                .setId(Ids.toBytes(vip.id()))
                .setName(spec.name())
                .setAddress(ByteString.copyFrom(spec.address().toBytes()))
                .setState(Twins.of(AdminState.class, "ADMIN_STATE", spec.adminState()))
                .setUnmatchedPortPolicy(
                        Twins.of(UnmatchedPortPolicy.class, "UNMATCHED_PORT_POLICY", spec.unmatchedPortPolicy()))
                .setNewFlowsPerSecond(spec.newFlowsPerSecond())
                .build();
    }

    static dev.carom.contract.v1.Listener listener(Listener listener) {
        var spec = listener.spec();
        var message = dev.carom.contract.v1.Listener.newBuilder()
                .setId(Ids.toBytes(listener.id()))
                .setVipId(Ids.toBytes(listener.vipId()))
                .setName(spec.name())
                .setProtocol(Twins.of(Protocol.class, "PROTOCOL", spec.protocol()))
                .setPoolId(Ids.toBytes(spec.poolId()))
                .setState(Twins.of(AdminState.class, "ADMIN_STATE", spec.adminState()))
                .setNewFlowsPerSecondPerSource(spec.newFlowsPerSecondPerSource());
        spec.ports().stream()
                .sorted()
                .forEach(range -> message.addPorts(
                        PortRange.newBuilder().setFirst(range.first()).setLast(range.last())));
        spec.allowedSources().forEach(source -> message.addAllowedSources(Messages.prefix(source)));
        spec.deniedSources().forEach(source -> message.addDeniedSources(Messages.prefix(source)));
        return message.build();
    }
}
