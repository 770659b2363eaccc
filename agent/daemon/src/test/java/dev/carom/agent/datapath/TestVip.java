package dev.carom.agent.datapath;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.Listener;
import dev.carom.agent.forwarding.DesiredState.Network;
import dev.carom.agent.forwarding.DesiredState.Pool;
import dev.carom.agent.forwarding.DesiredState.Vip;
import dev.carom.agent.forwarding.ForwardingTable;
import dev.carom.agent.forwarding.ForwardingTableCompiler;
import dev.carom.agent.forwarding.ForwardingTableCompiler.Compilation;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A table of one VIP with TCP port 80 on {@code backend1} and {@code backend2} of a {@link TestSegment}. */
public final class TestVip {
    public static final IpAddress ADDRESS = IpAddress.parse("10.66.0.100");
    public static final UUID BACKEND_1 = new UUID(0, 1);
    public static final UUID BACKEND_2 = new UUID(0, 2);
    private static final UUID VIP = new UUID(0, 10);
    private static final UUID POOL = new UUID(0, 11);
    private static final UUID NODE = new UUID(0, 12);

    private TestVip() {}

    public static ForwardingTable table(AttachedInterface lb, MacAddress backend1, MacAddress backend2) {
        Network network = new Network(
                new UUID(0, 20),
                "segment",
                lb.name(),
                0,
                List.of(IpPrefix.parse("10.66.0.0/24")),
                0,
                DesiredState.NetworkRole.BOTH);
        Listener listener = new Listener(
                new UUID(0, 21),
                VIP,
                "http",
                DesiredState.Protocol.TCP,
                List.of(new DesiredState.PortRange(80, 80)),
                POOL,
                AdminState.ENABLED,
                List.of(),
                List.of(),
                0);
        DesiredState desired = new DesiredState(
                new UUID(0, 22),
                new DesiredState.HashKey(1, 2),
                List.of(network),
                List.of(new Vip(VIP, "vip", ADDRESS, AdminState.ENABLED, DesiredState.UnmatchedPortPolicy.DROP, 0)),
                List.of(listener),
                List.of(pool()),
                List.of(),
                List.of(),
                List.of());
        NodeView view = new NodeView(
                NODE,
                List.of(new NodeView.Interface(0, lb.name(), lb.mac(), lb.mtu(), List.of(network.id()))),
                Map.of(),
                Map.of(),
                Map.of(BACKEND_1, backend1, BACKEND_2, backend2),
                Set.of(VIP),
                Instant.EPOCH);
        Compilation compilation = ForwardingTableCompiler.compile(desired, view);
        if (!compilation.errors().isEmpty()) {
            throw new AssertionError(compilation.errors());
        }
        return compilation.table();
    }

    private static Pool pool() {
        return new Pool(
                POOL,
                "web",
                DesiredState.Algorithm.MAGLEV,
                Optional.empty(),
                DesiredState.AllDownPolicy.DROP,
                Optional.empty(),
                DesiredState.OnBackendDown.MOVE,
                0,
                Duration.ofSeconds(300),
                Duration.ZERO,
                Optional.empty(),
                List.of(backend(BACKEND_1, "backend1", "10.66.0.3"), backend(BACKEND_2, "backend2", "10.66.0.4")));
    }

    private static Backend backend(UUID id, String name, String address) {
        return new Backend(
                id,
                name,
                IpAddress.parse(address),
                Optional.empty(),
                1,
                AdminState.ENABLED,
                Optional.empty(),
                DesiredState.BackendKind.LOOPBACK,
                false);
    }
}
