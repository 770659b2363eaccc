package dev.carom.controlplane.rollout;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import dev.carom.controlplane.node.NetworkRole;
import dev.carom.controlplane.node.NetworkSpec;
import dev.carom.controlplane.node.Node;
import dev.carom.controlplane.node.NodeGroup;
import dev.carom.controlplane.node.NodeGroupSpec;
import dev.carom.controlplane.node.NodeSpec;
import dev.carom.controlplane.node.VirtualRouterSpec;
import dev.carom.controlplane.pool.Algorithm;
import dev.carom.controlplane.pool.AllDownPolicy;
import dev.carom.controlplane.pool.Backend;
import dev.carom.controlplane.pool.BackendKind;
import dev.carom.controlplane.pool.BackendSpec;
import dev.carom.controlplane.pool.HealthMonitor;
import dev.carom.controlplane.pool.HealthMonitorSpec;
import dev.carom.controlplane.pool.MonitorPath;
import dev.carom.controlplane.pool.MonitorType;
import dev.carom.controlplane.pool.OnBackendDown;
import dev.carom.controlplane.pool.Platform;
import dev.carom.controlplane.pool.Pool;
import dev.carom.controlplane.pool.PoolSpec;
import dev.carom.controlplane.resource.AdminState;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.ListenerSpec;
import dev.carom.controlplane.vip.PortRange;
import dev.carom.controlplane.vip.Protocol;
import dev.carom.controlplane.vip.UnmatchedPortPolicy;
import dev.carom.controlplane.vip.Vip;
import dev.carom.controlplane.vip.VipSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Configured resources by small numbers: number n has the id that ends in n. */
public final class Sample {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private Sample() {}

    /** The highest bit is set in odd ids: sorting by signed halves would put them first. */
    public static UUID id(int number) {
        return new UUID(number % 2 == 0 ? 0 : Long.MIN_VALUE, number);
    }

    public static NodeGroup group(int number, int... nodes) {
        Map<UUID, Integer> priorities = new java.util.HashMap<>();
        for (int node : nodes) {
            priorities.put(id(node), 200 + node % 50);
        }
        var network = new NetworkSpec(
                "servers", "eth0", 0, List.of(Subnet.parse("10.0.0.0/24")), List.of(), 0, NetworkRole.BOTH);
        return new NodeGroup(
                id(number),
                new NodeGroupSpec(
                        "group-" + number,
                        Map.of(),
                        List.of(network),
                        List.of(new VirtualRouterSpec(1, priorities, 1_000))),
                new byte[16],
                NOW);
    }

    public static Node node(int number, int group) {
        return new Node(
                id(number),
                new NodeSpec("node-" + number, id(group), List.of(address("10.0.0." + number)), Map.of()),
                NOW);
    }

    public static Vip vip(int number, int group) {
        return new Vip(
                id(number),
                new VipSpec(
                        "vip-" + number,
                        Map.of(),
                        id(group),
                        1,
                        address("10.0.0." + number),
                        AdminState.ENABLED,
                        UnmatchedPortPolicy.DROP,
                        0),
                NOW);
    }

    public static Listener listener(int number, int vip, int pool) {
        return new Listener(
                id(number),
                id(vip),
                new ListenerSpec(
                        "listener-" + number,
                        Map.of(),
                        Protocol.TCP,
                        List.of(new PortRange(443, 443), new PortRange(80, 80)),
                        id(pool),
                        AdminState.ENABLED,
                        List.of(),
                        List.of(),
                        0),
                NOW);
    }

    /** @param fallback 0 for none; likewise the monitor */
    public static Pool pool(int number, int fallback, int monitor) {
        return new Pool(
                id(number),
                new PoolSpec(
                        "pool-" + number,
                        Map.of(),
                        Algorithm.MAGLEV,
                        null,
                        fallback == 0 ? AllDownPolicy.DROP : AllDownPolicy.FALLBACK,
                        orNull(fallback),
                        OnBackendDown.MOVE,
                        0,
                        300_000,
                        30_000,
                        orNull(monitor)),
                NOW);
    }

    public static Backend backend(int number, Pool pool) {
        return new Backend(
                id(number),
                pool,
                new BackendSpec(
                        "backend-" + number,
                        Map.of(),
                        address("10.0.0." + number),
                        null,
                        1,
                        AdminState.ENABLED,
                        BackendKind.LOOPBACK,
                        false,
                        Platform.LINUX),
                NOW);
    }

    public static HealthMonitor monitor(int number) {
        return new HealthMonitor(
                id(number),
                new HealthMonitorSpec(
                        "monitor-" + number,
                        Map.of(),
                        MonitorType.TCP,
                        MonitorPath.DSR,
                        1_000,
                        0,
                        500,
                        2,
                        3,
                        0,
                        null,
                        null),
                NOW);
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text);
    }

    private static @Nullable UUID orNull(int number) {
        return number == 0 ? null : id(number);
    }
}
