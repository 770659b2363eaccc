package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final AttachedInterface ETH0 = link(0, "52:54:00:00:00:01");
    private static final AttachedInterface ETH1 = link(1, "52:54:00:00:00:02");
    private static final Segment CLIENTS = segment(ETH0, 0, "10.0.0.0/24", "10.0.0.2", true, false);
    private static final Segment BACKENDS = segment(ETH1, 100, "10.1.0.0/24", "10.1.0.2", false, true);
    private static final Segment MORE_BACKENDS = segment(ETH1, 200, "10.2.0.0/24", "10.2.0.2", false, true);
    private final Segments segments = new Segments(List.of(CLIENTS, BACKENDS, MORE_BACKENDS));

    @Test
    void aBackendIsAskedForWhereItIsOnLinkAndElseOnAllSegmentsOfBackends() {
        assertThat(segments.ofBackend(IpAddress.parse("10.2.0.7"))).containsExactly(MORE_BACKENDS);
        assertThat(segments.ofBackend(IpAddress.parse("192.0.2.1"))).containsExactly(BACKENDS, MORE_BACKENDS);
    }

    @Test
    void aVipIsToldToClientsOnlyAlsoWhereItIsOutsideTheirSubnet() {
        assertThat(segments.ofVip(IpAddress.parse("10.0.0.100"))).containsExactly(CLIENTS);
        assertThat(segments.ofVip(IpAddress.parse("192.0.2.1"))).containsExactly(CLIENTS);
    }

    @Test
    void whatIsHeardOfAnAddressInAnotherVlanIsNotBelieved() {
        IpAddress backend = IpAddress.parse("10.1.0.7");
        assertThat(segments.concerns(1, 100, backend)).isTrue();
        assertThat(segments.concerns(1, 200, backend)).isFalse();
        assertThat(segments.concerns(0, 100, backend)).isFalse();
    }

    @Test
    void theNodesAddressInThePrefixOfTheTargetAsksFirst() {
        Segment two = new Segment(
                ETH0,
                0,
                List.of(IpPrefix.parse("10.0.0.0/24"), IpPrefix.parse("10.9.0.0/24")),
                List.of(IpAddress.parse("10.0.0.2"), IpAddress.parse("10.9.0.2")),
                true,
                true);
        assertThat(two.ownFor(IpAddress.parse("10.9.0.7"))).contains(IpAddress.parse("10.9.0.2"));
        assertThat(two.ownFor(IpAddress.parse("192.0.2.1"))).contains(IpAddress.parse("10.0.0.2"));
        assertThat(two.ownFor(IpAddress.parse("2001:db8::1"))).isEmpty();
    }

    @Test
    void onlyWhatTheWireSeesMakesSegmentsLookDifferent() {
        Segment otherAddress = segment(ETH0, 0, "10.0.0.0/24", "10.0.0.3", true, false);
        Segment otherMac = segment(link(0, "52:54:00:00:00:03"), 0, "10.0.0.0/24", "10.0.0.2", true, false);
        Segments one = new Segments(List.of(CLIENTS));
        assertThat(one.looksLike(new Segments(List.of(otherAddress)))).isTrue();
        assertThat(one.looksLike(new Segments(List.of(otherMac)))).isFalse();
        assertThat(one.looksLike(segments)).isFalse();
    }

    private static AttachedInterface link(int index, String mac) {
        return new AttachedInterface(index, "eth" + index, index + 2, MacAddress.parse(mac), 1_500, true, List.of());
    }

    private static Segment segment(
            AttachedInterface link, int vlan, String onLink, String own, boolean clients, boolean backends) {
        return new Segment(
                link, vlan, List.of(IpPrefix.parse(onLink)), List.of(IpAddress.parse(own)), clients, backends);
    }
}
