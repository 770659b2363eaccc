package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.TestVip;
import dev.carom.agent.neighbor.NeighborFinding.Code;
import dev.carom.agent.packet.IpAddress;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who else claims a VIP on a real segment, before this node does and after. */
@Tag("lab")
class ClaimsIT extends NeighborsOnASegment {
    @Test
    void namesTheBackendThatAnswersForAnOwnedVip() throws Exception {
        resolveBackend1();
        nextLearned();
        segment.ip("backend1", "address add " + TestVip.ADDRESS + "/32 dev lo");
        neighbors.announce(Set.of(TestVip.ADDRESS));
        NeighborFinding finding = findings.poll(60, TimeUnit.SECONDS);
        assertThat(finding).isNotNull();
        assertThat(finding.code()).isEqualTo(Code.BACKEND_ANSWERS_ARP);
        assertThat(finding.claimant()).isEqualTo(new Claimant.Backend(TestVip.BACKEND_1));
        assertThat(finding.mac()).isEqualTo(segment.mac("backend1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.66.0.100", "2001:db8:66::100"})
    void namesAStrangerWithinTwoSecondsOfItsAnnouncement(String address) throws Exception {
        IpAddress vip = IpAddress.parse(address);
        neighbors.announce(Set.of(vip));
        segment.ip("client", "address add " + address + (vip.isIpv4() ? "/24 dev eth0" : "/64 dev eth0 nodad"));
        String other = vip.isIpv4() ? segment.address("backend2") : segment.ipv6Address("backend2");
        segment.run("client", "sh", "-c", "ping -qc1 -W1 -I %s %s; true".formatted(address, other));
        NeighborFinding finding = findings.poll(60, TimeUnit.SECONDS);
        assertThat(finding).isNotNull();
        assertThat(finding.code()).isEqualTo(Code.FOREIGN_OWNER);
        assertThat(finding.vip()).isEqualTo(vip);
        assertThat(finding.mac()).isEqualTo(segment.mac("client"));
    }

    @Test
    void aPeerThatAnswersForAnOwnedVipIsNamed() throws Exception {
        UUID peer = new UUID(0, 77);
        neighbors.meet(Map.of(segment.mac("backend2"), peer));
        neighbors.announce(Set.of(TestVip.ADDRESS));
        segment.ip("backend2", "address add " + TestVip.ADDRESS + "/32 dev lo");
        NeighborFinding finding = findings.poll(60, TimeUnit.SECONDS);
        assertThat(finding).isNotNull();
        assertThat(finding.claimant()).isEqualTo(new Claimant.Peer(peer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.66.0.100", "2001:db8:66::100"})
    void provesAVipFreeBeforeItIsClaimedAndNotWhileAStrangerHasIt(String address) throws Exception {
        IpAddress vip = IpAddress.parse(address);
        assertThat(neighbors.provenFree(Set.of(vip))).isEmpty();
        assertThat(free.poll(60, TimeUnit.SECONDS)).isEqualTo(vip);
        assertThat(neighbors.provenFree(Set.of(vip))).containsExactly(vip);
        neighbors.provenFree(Set.of());

        segment.ip("client", "address add " + address + (vip.isIpv4() ? "/24 dev eth0" : "/64 dev eth0 nodad"));
        neighbors.provenFree(Set.of(vip));
        NeighborFinding finding = findings.poll(60, TimeUnit.SECONDS);
        assertThat(finding).isNotNull();
        assertThat(finding.mac()).isEqualTo(segment.mac("client"));
        assertThat(free).isEmpty();

        segment.ip("client", "address del " + address + (vip.isIpv4() ? "/24 dev eth0" : "/64 dev eth0"));
        assertThat(free.poll(60, TimeUnit.SECONDS)).isEqualTo(vip);
    }
}
