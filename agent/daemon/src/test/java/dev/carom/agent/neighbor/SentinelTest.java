package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.neighbor.NeighborFinding.Code;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SentinelTest {
    private static final IpAddress VIP = IpAddress.parse("10.0.0.100");
    private static final MacAddress STRANGER = MacAddress.parse("52:54:00:00:00:66");
    private static final Claimant BACKEND = new Claimant.Backend(new UUID(0, 1));
    private static final Claimant PEER = new Claimant.Peer(new UUID(0, 2));
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Sentinel sentinel = new Sentinel();

    @Test
    void namesAStrangerWithinTwoSecondsOfItsClaim() {
        sentinel.add(Set.of(VIP), 0);
        assertThat(told(STRANGER, Claimant.UNKNOWN, 1)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.FOREIGN_OWNER);
            assertThat(finding.mac()).isEqualTo(STRANGER);
        });
    }

    @Test
    void namesABackend() {
        sentinel.add(Set.of(VIP), 0);
        assertThat(told(STRANGER, BACKEND, 1)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.BACKEND_ANSWERS_ARP);
            assertThat(finding.claimant()).isEqualTo(BACKEND);
        });
    }

    @Test
    void namesAPeer() {
        sentinel.add(Set.of(VIP), 0);
        assertThat(told(STRANGER, PEER, 2 * SECOND)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.DUPLICATE_MASTER);
            assertThat(finding.claimant()).isEqualTo(PEER);
        });
    }

    @Test
    void tellsOnceAMinute() {
        sentinel.add(Set.of(VIP), 0);
        assertThat(told(STRANGER, Claimant.UNKNOWN, 2 * SECOND)).hasSize(1);
        assertThat(told(STRANGER, Claimant.UNKNOWN, 4 * SECOND)).isEmpty();
        assertThat(told(STRANGER, Claimant.UNKNOWN, 62 * SECOND)).hasSize(1);
    }

    @Test
    void sparesThePeerThatLearnsOfItsLoss() {
        sentinel.add(Set.of(VIP), 0);
        assertThat(told(STRANGER, PEER, SECOND)).isEmpty();
    }

    @Test
    void aNewOwnerThatAnnouncesBeforeThisOneHasLetGoIsNoFinding() {
        sentinel.add(Set.of(VIP), 0);
        sentinel.heard(new Claim(VIP, STRANGER), PEER, 10 * SECOND);
        assertThat(sentinel.ripe(11 * SECOND)).isEmpty();
        sentinel.remove(Set.of(VIP));
        assertThat(sentinel.ripe(20 * SECOND)).isEmpty();
    }

    @Test
    void mindsNoVipThatThisNodeDoesNotOwn() {
        assertThat(told(STRANGER, Claimant.UNKNOWN, 2 * SECOND)).isEmpty();
    }

    @Test
    void asksSoonAndThenEveryThreeSeconds() {
        sentinel.add(Set.of(VIP), 0);
        assertThat(sentinel.due(SECOND / 4, 10)).isEmpty();
        assertThat(sentinel.due(SECOND / 2, 10)).containsExactly(VIP);
        assertThat(sentinel.due(3 * SECOND, 10)).isEmpty();
        assertThat(sentinel.due(7 * SECOND / 2, 10)).containsExactly(VIP);
    }

    /** What is told within two seconds of a claim. */
    private List<NeighborFinding> told(MacAddress mac, Claimant claimant, long now) {
        sentinel.heard(new Claim(VIP, mac), claimant, now);
        return sentinel.ripe(now + 2 * SECOND);
    }
}
