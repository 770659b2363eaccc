package dev.carom.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.neighbor.Claimant;
import dev.carom.agent.neighbor.NeighborFinding;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import dev.carom.agent.reconcile.Bell;
import dev.carom.agent.reconcile.Example;
import dev.carom.agent.reconcile.Finding;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.Mailbox;
import dev.carom.agent.reconcile.Running;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WireSenseTest {
    private static final UUID BACKEND = new UUID(5, 1);

    private final List<String> signals = new ArrayList<>();
    private final Bell bell = new Bell();
    private final Findings findings = new Findings(Clock.systemUTC(), bell::ring);
    private Running running = Running.NOTHING;
    private final WireSense sense = new WireSense(
            new Mailbox(),
            () -> running,
            (backend, signal) -> signals.add(backend + ": " + signal.reason()),
            findings,
            bell);

    @Test
    void aBounceSpeaksAgainstTheBackendsHealth() {
        sense.bounced(BACKEND);
        assertThat(signals).containsExactly(BACKEND + ": it sends packets for the VIP back: it lacks the VIP");
    }

    @Test
    void anIcmpUnreachableSpeaksAgainstTheBackendsHealth() {
        sense.refused(BACKEND);
        assertThat(signals).containsExactly(BACKEND + ": it answers packets for the VIP with ICMP unreachable");
    }

    @Test
    void silenceSpeaksAgainstTheBackendsHealth() {
        sense.silent(BACKEND, 4);
        assertThat(signals).containsExactly(BACKEND + ": it left 4 questions for its MAC address unanswered");
    }

    @Test
    void aStrangerThatAnswersForAVipIsAFindingWithItsMacAndARemedy() {
        MacAddress stranger = MacAddress.parse("52:54:00:00:00:66");
        IpAddress vip = Example.VIP_ADDRESS;
        running = new Running(Optional.of(Example.revision(1, 254)), List.of(), Set.of(), Map.of(), true);
        sense.found(new NeighborFinding(vip, stranger, Claimant.UNKNOWN, "a claim"));
        Finding finding = findings.snapshot().getFirst();
        assertThat(finding.code()).isEqualTo(FindingCode.FOREIGN_OWNER);
        assertThat(finding.resource()).isEqualTo("vips/" + Example.VIP);
        assertThat(finding.evidence()).isEqualTo("a claim");
        assertThat(finding.remedy()).contains(stranger.toString());
    }

    @Test
    void aPeerThatAnswersForAVipIsNamedAndSoIsItsNode() {
        UUID peer = new UUID(6, 1);
        sense.found(new NeighborFinding(
                Example.VIP_ADDRESS, MacAddress.parse("52:54:00:00:00:12"), new Claimant.Peer(peer), "a claim"));
        Finding finding = findings.snapshot().getFirst();
        assertThat(finding.code()).isEqualTo(FindingCode.DUPLICATE_MASTER);
        assertThat(finding.summary()).startsWith("nodes/" + peer);
        assertThat(finding.remedy()).contains("nodes/" + peer);
    }

    @Test
    void aBackendThatAdvertisesAnIpv6VipIsToldHowToHoldIt() {
        IpAddress vip = IpAddress.parse("2001:db8::100");
        sense.found(new NeighborFinding(
                vip, MacAddress.parse("52:54:00:00:00:21"), new Claimant.Backend(BACKEND), "a claim"));
        Finding finding = findings.snapshot().getFirst();
        assertThat(finding.resource()).isEqualTo("backends/" + BACKEND);
        assertThat(finding.remedy()).contains("ip -6 addr add " + vip + "/128 dev lo nodad");
    }

    @Test
    void aStrangerThatFellSilentIsNoLongerFound() {
        sense.found(new NeighborFinding(
                Example.VIP_ADDRESS, MacAddress.parse("52:54:00:00:00:66"), Claimant.UNKNOWN, "a claim"));
        sense.free(Example.VIP_ADDRESS);
        assertThat(findings.snapshot()).isEmpty();
    }
}
