package dev.carom.controlplane.history;

import static dev.carom.controlplane.history.Told.backend;
import static dev.carom.controlplane.history.Told.report;
import static dev.carom.controlplane.history.Told.vip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.telemetry.NodeReport;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Counters are absolute since a boot: what was done lies between two of them. */
class StretchTest {
    private static final UUID NODE = UUID.randomUUID();
    private static final UUID VIP = UUID.randomUUID();
    private static final UUID BACKEND = UUID.randomUUID();
    private static final UUID IDLE = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void aDigestTellsWhatWasDoneSinceTheLast() {
        NodeReport before = report(
                NODE, "boot", AT, List.of(vip(VIP, 100)), List.of(backend(BACKEND, 70, 3), backend(IDLE, 30, 0)));
        NodeReport now = report(
                NODE,
                "boot",
                AT.plusSeconds(10),
                List.of(vip(VIP, 150)),
                List.of(backend(BACKEND, 120, 5), backend(IDLE, 30, 0)));
        Stretch stretch = Stretch.between(before, now).orElseThrow();
        assertThat(stretch.from()).isEqualTo(AT);
        assertThat(stretch.until()).isEqualTo(AT.plusSeconds(10));
        assertThat(stretch.amounts()).containsOnlyKeys(VIP, BACKEND, NODE);
        assertThat(stretch.amounts().get(VIP)).isEqualTo(new Amounts(50, 5_000, 5, null));
        assertThat(stretch.amounts().get(BACKEND)).isEqualTo(new Amounts(50, 5_000, 5, 5L));
        assertThat(stretch.amounts().get(NODE)).isEqualTo(new Amounts(50, 5_000, 5, 0L));
    }

    @Test
    void aVipWithoutTrafficIsToldAsNothingDone() {
        Stretch stretch = Stretch.between(report(NODE, AT, VIP, 100), report(NODE, AT.plusSeconds(10), VIP, 100))
                .orElseThrow();
        assertThat(stretch.amounts().get(VIP)).isEqualTo(new Amounts(0, 0, 0, null));
    }

    @Test
    void aNewBootCountsFromNothing() {
        NodeReport before = report(NODE, "first", AT, List.of(vip(VIP, 1_000_000)), List.of());
        NodeReport now = report(NODE, "second", AT.plusSeconds(10), List.of(vip(VIP, 2_000_000)), List.of());
        assertThat(packets(before, now)).isEqualTo(2_000_000);
    }

    @Test
    void aCounterThatBeganAnewWithinABootCountsFromNothing() {
        assertThat(packets(report(NODE, AT, VIP, 1_000), report(NODE, AT.plusSeconds(10), VIP, 40)))
                .isEqualTo(40);
    }

    @Test
    void aVipThatIsNewCountsFromNothing() {
        NodeReport before = report(NODE, "boot", AT, List.of(), List.of());
        assertThat(packets(before, report(NODE, AT.plusSeconds(10), VIP, 40))).isEqualTo(40);
    }

    @Test
    void nobodyKnowsWhenThatWasDoneWhichWasCountedInSilence() {
        assertThat(Stretch.between(report(NODE, AT, VIP, 0), report(NODE, AT.plusSeconds(31), VIP, 1_000)))
                .isEmpty();
    }

    private static long packets(NodeReport before, NodeReport now) {
        return Stretch.between(before, now)
                .orElseThrow()
                .amounts()
                .getOrDefault(VIP, Amounts.NONE)
                .packets();
    }
}
