package dev.carom.controlplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.pool.MonitorPath;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.Counters;
import dev.carom.controlplane.telemetry.NodeReport.HealthState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportDifferenceTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final BackendHealth one = up(1);
    private final BackendHealth two = up(2);

    @Test
    void theSameJudgementsAreNoNewsInAnyOrder() {
        assertThat(ReportDifference.between(report(one, two), report(one, two)).isEmpty())
                .isTrue();
        assertThat(ReportDifference.between(report(one, two), report(two, one)).isEmpty())
                .isTrue();
    }

    @Test
    void aJudgementThatChangedIsNewsWhereverItStands() {
        BackendHealth down = down(2);

        assertThat(ReportDifference.between(report(one, two), report(one, down)).health())
                .containsExactly(down);
        assertThat(ReportDifference.between(report(one, two), report(down, one)).health())
                .containsExactly(down);
    }

    @Test
    void aBackendThatIsNewIsNewsAndOneThatIsGoneIsNot() {
        assertThat(ReportDifference.between(report(one), report(one, two)).health())
                .containsExactly(two);
        assertThat(ReportDifference.between(report(one, two), report(one)).isEmpty())
                .isTrue();
        assertThat(ReportDifference.between(report(one), report(two)).health()).containsExactly(two);
    }

    @Test
    void atFirstOnlyWhatIsDownIsNews() {
        assertThat(ReportDifference.between(null, report(one, down(2))).health())
                .containsExactly(down(2));
    }

    private static BackendHealth up(int backend) {
        return health(backend, HealthState.UP);
    }

    private static BackendHealth down(int backend) {
        return health(backend, HealthState.DOWN);
    }

    private static BackendHealth health(int backend, HealthState state) {
        return new BackendHealth(new UUID(1, 1), new UUID(2, backend), state, NOW, "", MonitorPath.DSR);
    }

    private static NodeReport report(BackendHealth... health) {
        return new NodeReport(
                new UUID(3, 3),
                "boot",
                1,
                null,
                NOW,
                Duration.ZERO,
                List.of(health),
                new Counters(List.of(), List.of(), List.of(), List.of(), 0),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
