package dev.carom.agent.datapath;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Network;
import dev.carom.agent.forwarding.DesiredState.NetworkRole;
import dev.carom.agent.forwarding.ForwardingTable;
import dev.carom.agent.forwarding.ForwardingTableCompiler;
import dev.carom.agent.forwarding.ForwardingTableCompiler.Compilation;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** TCP port 80 of VIPs that have one backend each, on networks and among nodes as the test wants them. */
public record TestService(List<Network> networks, List<DesiredState.Node> nodes, List<Served> served) {
    public static final UUID NODE = new UUID(0, 12);
    public static final UUID PEER = new UUID(0, 13);

    /** {@code mac} is where the backend is. */
    public record Served(String vip, String backend, MacAddress mac) {}

    public static Network network(int id, String link, int vlan, NetworkRole role, String... subnets) {
        List<IpPrefix> prefixes = List.of(subnets).stream().map(IpPrefix::parse).toList();
        return new Network(new UUID(0, id), "network-" + id, link, vlan, prefixes, 0, role);
    }

    public static DesiredState.Node peer(MacAddress mac) {
        return new DesiredState.Node(PEER, "peer", List.of(), List.of(mac));
    }

    public ForwardingTable table(List<AttachedInterface> links) {
        return table(NODE, links);
    }

    /** @param node whose view the table is */
    public ForwardingTable table(UUID node, List<AttachedInterface> links) {
        DesiredState desired = desired();
        NodeView view = new NodeView(
                node,
                links.stream().map(this::port).toList(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.copyOf(desired.vips().stream().map(DesiredState.Vip::id).toList()),
                Instant.EPOCH);
        Compilation compilation = ForwardingTableCompiler.compile(desired, view);
        if (!compilation.errors().isEmpty()) {
            throw new AssertionError(compilation.errors());
        }
        return compilation.table();
    }

    private NodeView.Interface port(AttachedInterface link) {
        List<UUID> served = networks.stream()
                .filter(network -> network.interfaceSelector().equals(link.name()))
                .map(Network::id)
                .toList();
        return new NodeView.Interface(link.index(), link.name(), link.mac(), link.mtu(), served);
    }

    private DesiredState desired() {
        List<DesiredState.Vip> vips = new ArrayList<>();
        List<DesiredState.Listener> listeners = new ArrayList<>();
        List<DesiredState.Pool> pools = new ArrayList<>();
        for (int i = 0; i < served.size(); i++) {
            UUID vip = new UUID(1, i);
            UUID pool = new UUID(3, i);
            vips.add(new DesiredState.Vip(
                    vip,
                    "vip" + i,
                    IpAddress.parse(served.get(i).vip()),
                    AdminState.ENABLED,
                    DesiredState.UnmatchedPortPolicy.DROP,
                    0));
            listeners.add(new DesiredState.Listener(
                    new UUID(2, i),
                    vip,
                    "http",
                    DesiredState.Protocol.TCP,
                    List.of(new DesiredState.PortRange(80, 80)),
                    pool,
                    AdminState.ENABLED,
                    List.of(),
                    List.of(),
                    0));
            pools.add(pool(pool, backend(new UUID(4, i), served.get(i))));
        }
        return new DesiredState(
                new UUID(0, 22),
                new DesiredState.HashKey(1, 2),
                networks,
                vips,
                listeners,
                pools,
                List.of(),
                List.of(),
                nodes);
    }

    private static DesiredState.Pool pool(UUID id, DesiredState.Backend backend) {
        return new DesiredState.Pool(
                id,
                "pool",
                DesiredState.Algorithm.MAGLEV,
                Optional.empty(),
                DesiredState.AllDownPolicy.DROP,
                Optional.empty(),
                DesiredState.OnBackendDown.MOVE,
                0,
                Duration.ofSeconds(300),
                Duration.ZERO,
                Optional.empty(),
                List.of(backend));
    }

    private static DesiredState.Backend backend(UUID id, Served served) {
        return new DesiredState.Backend(
                id,
                "backend",
                IpAddress.parse(served.backend()),
                Optional.of(served.mac()),
                1,
                AdminState.ENABLED,
                Optional.empty(),
                DesiredState.BackendKind.LOOPBACK,
                false);
    }
}
