package dev.carom.agent.controlplane;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.contract.v1.Listener;
import dev.carom.contract.v1.PortRange;
import dev.carom.contract.v1.Vip;
import java.util.List;
import java.util.Optional;

/** Reads VIPs and listeners. */
final class ServiceReader {
    private ServiceReader() {}

    static List<DesiredState.Vip> vips(dev.carom.contract.v1.DesiredState message, Reading reading) {
        return reading.each("vips", message.getVipsList(), Vip::getId, ServiceReader::vip);
    }

    static List<DesiredState.Listener> listeners(dev.carom.contract.v1.DesiredState message, Reading reading) {
        return reading.each("listeners", message.getListenersList(), Listener::getId, ServiceReader::listener);
    }

    private static DesiredState.Vip vip(Vip vip) {
        return new DesiredState.Vip(
                Uuids.of(vip.getId()),
                vip.getName(),
                Reading.address(vip.getAddress()),
                Reading.named(vip.getState(), DesiredState.AdminState.class, DesiredState.AdminState.ENABLED),
                Reading.named(
                        vip.getUnmatchedPortPolicy(),
                        DesiredState.UnmatchedPortPolicy.class,
                        DesiredState.UnmatchedPortPolicy.DROP),
                vip.getNewFlowsPerSecond());
    }

    private static DesiredState.Listener listener(Listener listener) {
        return new DesiredState.Listener(
                Uuids.of(listener.getId()),
                Uuids.of(listener.getVipId()),
                listener.getName(),
                protocol(listener),
                listener.getPortsList().stream().map(ServiceReader::ports).toList(),
                Uuids.of(listener.getPoolId()),
                Reading.named(listener.getState(), DesiredState.AdminState.class, DesiredState.AdminState.ENABLED),
                Reading.prefixes(listener.getAllowedSourcesList()),
                Reading.prefixes(listener.getDeniedSourcesList()),
                listener.getNewFlowsPerSecondPerSource());
    }

    private static DesiredState.Protocol protocol(Listener listener) {
        return switch (listener.getProtocol()) {
            case PROTOCOL_UNSPECIFIED -> throw new IllegalArgumentException("a listener without a protocol");
            default -> Reading.named(listener.getProtocol(), DesiredState.Protocol.class, DesiredState.Protocol.TCP);
        };
    }

    private static DesiredState.PortRange ports(PortRange range) {
        return Optional.of(range)
                .filter(ports ->
                        ports.getFirst() >= 1 && ports.getFirst() <= ports.getLast() && ports.getLast() <= 65_535)
                .map(ports -> new DesiredState.PortRange(ports.getFirst(), ports.getLast()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "ports " + range.getFirst() + "-" + range.getLast() + " are no range within 1-65535"));
    }
}
