package dev.carom.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.AttachedInterface.LocalAddress;
import dev.carom.agent.datapath.HostLinks;
import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.Network;
import dev.carom.agent.forwarding.DesiredState.NetworkRole;
import dev.carom.agent.neighbor.Segment;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NodeSegmentsTest {
    private static final IpAddress UNTAGGED = IpAddress.parse("10.0.0.2");
    private static final IpAddress TAGGED = IpAddress.parse("10.1.0.2");
    private static final AttachedInterface ETH0 = new AttachedInterface(
            0, "eth0", 2, MacAddress.parse("52:54:00:00:00:aa"), 1_500, true, List.of(new LocalAddress(UNTAGGED, 24)));

    @Test
    void eachVlanOfAnInterfaceIsASegmentWithItsOwnAddresses() {
        HostLinks links = new HostLinks(List.of(ETH0), Map.of(UNTAGGED, "eth0", TAGGED, "eth0.100"));
        List<Segment> segments = segments(
                links,
                network(1, 0, "10.0.0.0/24", NetworkRole.CLIENT),
                network(2, 100, "10.1.0.0/24", NetworkRole.BACKEND));

        assertThat(segments)
                .containsExactly(
                        new Segment(ETH0, 0, List.of(IpPrefix.parse("10.0.0.0/24")), List.of(UNTAGGED), true, false),
                        new Segment(ETH0, 100, List.of(IpPrefix.parse("10.1.0.0/24")), List.of(TAGGED), false, true));
    }

    @Test
    void anInterfaceOfTaggedNetworksAloneIsNotAskedOnUntagged() {
        HostLinks links = new HostLinks(List.of(ETH0), Map.of(UNTAGGED, "eth0"));
        assertThat(segments(links, network(1, 100, "10.1.0.0/24", NetworkRole.BOTH)))
                .extracting(Segment::vlanId)
                .containsExactly(100);
    }

    @Test
    void anInterfaceWithoutANetworkIsOneUntaggedSegment() {
        HostLinks links = new HostLinks(List.of(ETH0), Map.of(UNTAGGED, "eth0"));
        assertThat(segments(links))
                .containsExactly(
                        new Segment(ETH0, 0, List.of(IpPrefix.parse("10.0.0.0/24")), List.of(UNTAGGED), true, true));
    }

    private static List<Segment> segments(HostLinks links, Network... networks) {
        DesiredState desired = new DesiredState(
                new UUID(0, 9),
                new DesiredState.HashKey(1, 2),
                List.of(networks),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return NodeSegments.of(links, desired, Inputs.STRANGER);
    }

    private static Network network(int id, int vlan, String subnet, NetworkRole role) {
        return new Network(new UUID(0, id), "n" + id, "eth0", vlan, List.of(IpPrefix.parse(subnet)), 0, role);
    }
}
