package dev.carom.lab.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopologyTest {
    /** The longest id: the highest process number of Linux, 2^22, and a letter. */
    private static final String LONGEST_ID = Long.toString(1L << 22, Character.MAX_RADIX) + "z";

    private final Topology routed = new Topology(LONGEST_ID, Layout.USUAL);
    private final Topology inside = new Topology(LONGEST_ID, Layout.USUAL.withBackends(BackendPlace.INSIDE));
    private final Topology flat = new Topology(LONGEST_ID, Layout.USUAL.withClient(ClientPlace.ON_SEGMENT));

    @Test
    void linkNamesFitTheKernelsLimit() {
        assertThat(inside.switches().stream()
                        .flatMap(wires -> wires.links().stream().map(inside::port)))
                .doesNotHaveDuplicates()
                .allSatisfy(
                        port -> assertThat(port).hasSizeLessThanOrEqualTo(15).startsWith("c" + LONGEST_ID));
        assertThat(inside.switches()).map(Switch::bridge).allMatch(bridge -> bridge.length() <= 15);
    }

    @Test
    void addressesAndMacsAreUnique() {
        assertThat(routed.segmentLinks()).map(Link::mac).doesNotHaveDuplicates();
        assertThat(routed.segmentLinks()).map(Link::ipv4).doesNotHaveDuplicates();
        assertThat(routed.segmentLinks()).map(Link::ipv6).doesNotHaveDuplicates();
    }

    @Test
    void backendsAndClientGoByTheRouter() {
        assertThat(routed.gateway(HostName.BACKEND1)).map(Link::ipv4).contains("10.0.0.1");
        assertThat(routed.gateway(HostName.CLIENT)).map(Link::ipv4).contains("198.51.100.1");
        assertThat(routed.gateway(HostName.ROUTER)).isEmpty();
    }

    @Test
    void clientOnTheSegmentHasItsWireOnTheSwitch() {
        assertThat(flat.outsideLinks()).isEmpty();
        assertThat(flat.primary(HostName.CLIENT).ipv4()).isEqualTo("10.0.0.50");
        assertThat(flat.links(HostName.ROUTER)).hasSize(1);
    }

    @Test
    void backendsInsideAreReachedByASecondInterfaceOrByTheTrunk() {
        assertThat(inside.links(HostName.LB1)).map(Link::device).containsExactly("eth0", "eth1");
        assertThat(inside.links(HostName.LB2)).map(Link::device).containsExactly("eth0");
        assertThat(inside.links(HostName.TRUNK)).map(Link::segment).containsExactly(Segment.LAN, Segment.INSIDE);
        assertThat(inside.gateway(HostName.BACKEND1)).map(Link::ipv4).contains("10.0.1.1");
        assertThat(routed.hosts()).doesNotContain(HostName.TRUNK);
    }
}
