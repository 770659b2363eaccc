package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.neighbor.NeighborFinding.Code;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentinelTest {
    private static final IpAddress VIP = IpAddress.parse("10.0.0.100");
    private static final MacAddress OWN = MacAddress.parse("52:54:00:00:00:01");
    private static final MacAddress STRANGER = MacAddress.parse("52:54:00:00:00:66");
    private static final UUID BACKEND = new UUID(0, 1);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Sentinel sentinel = new Sentinel();

    @BeforeEach
    void attach() {
        sentinel.attach(Set.of(OWN));
    }

    @Test
    void namesAStranger() {
        sentinel.add(Set.of(VIP), 0);
        assertThat(told(STRANGER, Optional.empty(), 2 * SECOND)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.FOREIGN_OWNER);
            assertThat(finding.mac()).isEqualTo(STRANGER);
        });
    }

    @Test
    void namesABackend() {
        sentinel.add(Set.of(VIP), 0);
        assertThat(told(STRANGER, Optional.of(BACKEND), 2 * SECOND))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(Code.BACKEND_ANSWERS_ARP);
                    assertThat(finding.backend()).contains(BACKEND);
                });
    }

    @Test
    void tellsOnceAMinute() {
        sentinel.add(Set.of(VIP), 0);
        assertThat(told(STRANGER, Optional.empty(), 2 * SECOND)).hasSize(1);
        assertThat(told(STRANGER, Optional.empty(), 4 * SECOND)).isEmpty();
        assertThat(told(STRANGER, Optional.empty(), 62 * SECOND)).hasSize(1);
    }

    @Test
    void sparesTheFormerOwnerWhileItLearns() {
        sentinel.add(Set.of(VIP), 0);
        assertThat(told(STRANGER, Optional.empty(), SECOND)).isEmpty();
    }

    @Test
    void aNewOwnerThatAnnouncesBeforeThisOneHasLetGoIsNoFinding() {
        sentinel.add(Set.of(VIP), 0);
        sentinel.heard(new Claim(VIP, STRANGER), Optional.empty(), 10 * SECOND);
        assertThat(sentinel.ripe(11 * SECOND - 1)).isEmpty();
        sentinel.remove(Set.of(VIP));
        assertThat(sentinel.ripe(20 * SECOND)).isEmpty();
    }

    @Test
    void mindsNeitherItsOwnClaimsNorVipsItDoesNotOwn() {
        assertThat(told(STRANGER, Optional.empty(), 2 * SECOND)).isEmpty();
        sentinel.add(Set.of(VIP), 0);
        assertThat(told(OWN, Optional.empty(), 2 * SECOND)).isEmpty();
    }

    @Test
    void asksAfterTheGraceAndThenEveryThreeSeconds() {
        sentinel.add(Set.of(VIP), 0);
        assertThat(sentinel.due(SECOND, 10)).isEmpty();
        assertThat(sentinel.due(2 * SECOND, 10)).containsExactly(VIP);
        assertThat(sentinel.due(4 * SECOND, 10)).isEmpty();
        assertThat(sentinel.due(5 * SECOND, 10)).containsExactly(VIP);
    }

    /** What is told a second after a claim. */
    private List<NeighborFinding> told(MacAddress mac, Optional<UUID> backend, long now) {
        sentinel.heard(new Claim(VIP, mac), backend, now);
        return sentinel.ripe(now + SECOND);
    }
}
