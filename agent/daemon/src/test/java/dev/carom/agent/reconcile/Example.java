package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A node group of two nodes and one VIP with two backends. */
public final class Example {
    public static final UUID NODE = new UUID(1, 1);
    public static final UUID PEER = new UUID(1, 2);
    public static final UUID VIP = new UUID(2, 1);
    public static final UUID LISTENER = new UUID(3, 1);
    public static final UUID POOL = new UUID(4, 1);
    public static final UUID FIRST = new UUID(5, 1);
    public static final UUID SECOND = new UUID(5, 2);
    public static final UUID MONITOR = new UUID(6, 1);
    public static final UUID ROUTER = new UUID(7, 1);
    public static final UUID NETWORK = new UUID(8, 1);
    public static final IpAddress VIP_ADDRESS = IpAddress.parse("10.0.0.100");
    public static final MacAddress FIRST_MAC = MacAddress.parse("52:54:00:00:00:01");
    public static final MacAddress SECOND_MAC = MacAddress.parse("52:54:00:00:00:02");
    public static final NodeIdentity IDENTITY = new NodeIdentity("lb1", Optional.empty());

    private Example() {}

    /** This node owns the VIP with a priority above the peer's 200. */
    public static DesiredState withPriority(int priority) {
        return state(priority, AdminState.ENABLED, Duration.ZERO, 0);
    }

    public static DesiredState withFirstBackend(AdminState state) {
        return state(254, state, Duration.ZERO, 0);
    }

    public static RevisionedState withSlowStart(long number, Duration slowStart) {
        return revision(number, state(254, AdminState.ENABLED, slowStart, 0));
    }

    public static RevisionedState withPanicThreshold(int percent) {
        return revision(1, state(254, AdminState.ENABLED, Duration.ZERO, percent));
    }

    private static DesiredState state(int priority, AdminState first, Duration slowStart, int panic) {
        return new DesiredState(
                new UUID(9, 9),
                new DesiredState.HashKey(11, 22),
                List.of(new DesiredState.Network(
                        NETWORK,
                        "lan",
                        "eth*",
                        0,
                        List.of(IpPrefix.parse("10.0.0.0/24")),
                        0,
                        DesiredState.NetworkRole.BOTH)),
                List.of(new DesiredState.Vip(
                        VIP, "www", VIP_ADDRESS, AdminState.ENABLED, DesiredState.UnmatchedPortPolicy.DROP, 0)),
                List.of(new DesiredState.Listener(
                        LISTENER,
                        VIP,
                        "http",
                        DesiredState.Protocol.TCP,
                        List.of(new DesiredState.PortRange(80, 80)),
                        POOL,
                        AdminState.ENABLED,
                        List.of(),
                        List.of(),
                        0)),
                List.of(new DesiredState.Pool(
                        POOL,
                        "web",
                        DesiredState.Algorithm.MAGLEV,
                        Optional.empty(),
                        DesiredState.AllDownPolicy.DROP,
                        Optional.empty(),
                        DesiredState.OnBackendDown.MOVE,
                        panic,
                        Duration.ofSeconds(300),
                        slowStart,
                        Optional.of(MONITOR),
                        List.of(backend(FIRST, "10.0.0.11", first), backend(SECOND, "10.0.0.12", AdminState.ENABLED)))),
                List.of(),
                List.of(new DesiredState.VirtualRouter(
                        ROUTER, 1, List.of(VIP), Map.of(NODE, priority, PEER, 200), Duration.ofSeconds(1))),
                List.of(
                        new DesiredState.Node(NODE, "lb1", List.of(IpAddress.parse("10.0.0.2")), List.of()),
                        new DesiredState.Node(PEER, "lb2", List.of(IpAddress.parse("10.0.0.3")), List.of())));
    }

    public static RevisionedState revision(long number, int priority) {
        return revision(number, withPriority(priority));
    }

    private static RevisionedState revision(long number, DesiredState desired) {
        return new RevisionedState(new RevisionId(1, number), "%064x".formatted(number), desired, List.of());
    }

    private static DesiredState.Backend backend(UUID id, String address, AdminState state) {
        return new DesiredState.Backend(
                id,
                "backend" + id.getLeastSignificantBits(),
                IpAddress.parse(address),
                Optional.empty(),
                1,
                state,
                Optional.empty(),
                DesiredState.BackendKind.LOOPBACK,
                false);
    }
}
