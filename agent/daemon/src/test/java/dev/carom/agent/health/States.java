package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Algorithm;
import dev.carom.agent.forwarding.DesiredState.AllDownPolicy;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.forwarding.DesiredState.HashKey;
import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.DesiredState.Listener;
import dev.carom.agent.forwarding.DesiredState.Network;
import dev.carom.agent.forwarding.DesiredState.NetworkRole;
import dev.carom.agent.forwarding.DesiredState.OnBackendDown;
import dev.carom.agent.forwarding.DesiredState.Pool;
import dev.carom.agent.forwarding.DesiredState.PortRange;
import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.forwarding.DesiredState.UnmatchedPortPolicy;
import dev.carom.agent.forwarding.DesiredState.Vip;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Desired states with one VIP, one listener on TCP port 80, one pool and its backends. */
final class States {
    static final UUID NETWORK = id("network");
    static final UUID VIP = id("vip");
    static final UUID LISTENER = id("listener");
    static final UUID MONITOR = id("monitor");
    static final UUID POOL = id("pool");

    private States() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code backend1} at this address. */
    static Backend backend(String name, String address) {
        return backend(name, address, AdminState.ENABLED);
    }

    static Backend backend(String name, String address, AdminState state) {
        return new Backend(
                id(name),
                name,
                IpAddress.parse(address),
                Optional.empty(),
                1,
                state,
                Optional.empty(),
                BackendKind.LOOPBACK,
                false);
    }

    static Pool pool(UUID id, Optional<UUID> fallback, List<Backend> backends) {
        return new Pool(
                id,
                id.toString(),
                Algorithm.MAGLEV,
                Optional.empty(),
                fallback.isPresent() ? AllDownPolicy.FALLBACK : AllDownPolicy.DROP,
                fallback,
                OnBackendDown.MOVE,
                0,
                Duration.ofSeconds(300),
                Duration.ZERO,
                Optional.of(MONITOR),
                backends);
    }

    static Vip vip(String address, AdminState state) {
        return new Vip(VIP, "vip", IpAddress.parse(address), state, UnmatchedPortPolicy.DROP, 0);
    }

    static DesiredState state(String vip, HealthMonitor monitor, List<Backend> backends) {
        return state(vip(vip, AdminState.ENABLED), monitor, List.of(pool(POOL, Optional.empty(), backends)));
    }

    static DesiredState state(Vip vip, HealthMonitor monitor, List<Pool> pools) {
        return state(List.of(vip), List.of(listener(LISTENER, VIP)), monitor, pools);
    }

    /** One pool behind several VIPs, each with a listener of its own on TCP port 80. */
    static DesiredState shared(List<String> addresses, HealthMonitor monitor, List<Backend> backends) {
        return state(
                addresses.stream()
                        .map(address -> new Vip(
                                id(address),
                                address,
                                IpAddress.parse(address),
                                AdminState.ENABLED,
                                UnmatchedPortPolicy.DROP,
                                0))
                        .toList(),
                addresses.stream()
                        .map(address -> listener(listenerOf(address), id(address)))
                        .toList(),
                monitor,
                List.of(pool(POOL, Optional.empty(), backends)));
    }

    static UUID listenerOf(String vip) {
        return id("listener of " + vip);
    }

    private static Listener listener(UUID id, UUID vip) {
        return new Listener(
                id,
                vip,
                "http",
                Protocol.TCP,
                List.of(new PortRange(80, 80)),
                POOL,
                AdminState.ENABLED,
                List.of(),
                List.of(),
                0);
    }

    private static DesiredState state(
            List<Vip> vips, List<Listener> listeners, HealthMonitor monitor, List<Pool> pools) {
        IpPrefix ipv4 = IpPrefix.parse("10.9.0.0/24");
        IpPrefix ipv6 = IpPrefix.parse("2001:db8:9::/64");
        Network network = new Network(NETWORK, "lan", "eth0", 0, List.of(ipv4, ipv6), 0, NetworkRole.BOTH);
        return new DesiredState(
                id("group"),
                new HashKey(1, 2),
                List.of(network),
                vips,
                listeners,
                pools,
                List.of(monitor),
                List.of(),
                List.of());
    }

    /** The same with its networks in this VLAN. */
    static DesiredState tagged(DesiredState state, int vlanId) {
        List<Network> networks = state.networks().stream()
                .map(plain -> new Network(
                        plain.id(),
                        plain.name(),
                        plain.interfaceSelector(),
                        vlanId,
                        plain.subnets(),
                        plain.mtu(),
                        plain.role()))
                .toList();
        return new DesiredState(
                state.nodeGroup(),
                state.hashKey(),
                networks,
                state.vips(),
                state.listeners(),
                state.pools(),
                state.monitors(),
                state.virtualRouters(),
                state.nodes());
    }

    static NodeView.Interface interfaceOf(String name) {
        return new NodeView.Interface(0, name, MacAddress.parse("02:00:00:00:00:01"), 1500, List.of(NETWORK));
    }
}
