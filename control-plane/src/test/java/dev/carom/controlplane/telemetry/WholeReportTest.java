package dev.carom.controlplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.pool.MonitorPath;
import dev.carom.controlplane.telemetry.NodeReport.BackendCounters;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.Counters;
import dev.carom.controlplane.telemetry.NodeReport.HealthState;
import dev.carom.controlplane.telemetry.NodeReport.Neighbor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WholeReportTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(10);

    private final HeardNode node = HeardNode.of(report(
            7,
            NOW,
            List.of(health(1, HealthState.UP), health(2, HealthState.UP)),
            List.of(counters(1, 10), counters(2, 20)),
            List.of(neighbor(1, NOW), neighbor(2, NOW))));

    @Test
    void whatIsLeftOutIsAsItWasAndWhatIsToldReplacesIt() {
        HeardNode now = heard(
                        node,
                        changes(report(
                                8,
                                LATER,
                                List.of(health(2, HealthState.DOWN)),
                                List.of(counters(1, 11)),
                                List.of(neighbor(2, LATER.minusSeconds(9))))))
                .orElseThrow();

        assertThat(now.report().sequence()).isEqualTo(8);
        assertThat(now.report().health()).containsExactly(health(1, HealthState.UP), health(2, HealthState.DOWN));
        assertThat(now.report().counters().backends()).containsExactly(counters(1, 11), counters(2, 20));
        assertThat(now.report().neighbors())
                .containsExactly(neighbor(1, LATER.minusSeconds(2)), neighbor(2, LATER.minusSeconds(9)));
        assertThat(now.healthOf(backend(2))).containsExactly(health(2, HealthState.DOWN));
        assertThat(now.countersOf(backend(1))).contains(counters(1, 11));
        assertThat(now.neighborOf(backend(1))).contains(neighbor(1, LATER.minusSeconds(2)));
        assertThat(now.healthOf(backend(3))).isEmpty();
        assertThat(now.countersOf(backend(3))).isEmpty();
    }

    @Test
    void changesOfWhatTheWholeReportDoesNotHoldMeanNothing() {
        assertThat(heard(node, changes(report(8, LATER, List.of(health(3, HealthState.UP)), List.of(), List.of()))))
                .isEmpty();
        assertThat(heard(node, changes(report(8, LATER, List.of(), List.of(counters(3, 30)), List.of()))))
                .isEmpty();
        assertThat(heard(node, changes(report(8, LATER, List.of(), List.of(), List.of(neighbor(3, LATER))))))
                .isEmpty();
    }

    /** Two listeners lead to one backend: what changes for one is not the other's. */
    @Test
    void judgementsOfABackendAreToldApartByTheirListener() {
        BackendHealth other = new BackendHealth(new UUID(1, 2), backend(1), HealthState.UP, NOW, "", MonitorPath.DSR);
        HeardNode before =
                HeardNode.of(report(7, NOW, List.of(health(1, HealthState.UP), other), List.of(), List.of()));
        HeardNode now = heard(
                        before, changes(report(8, LATER, List.of(health(1, HealthState.DOWN)), List.of(), List.of())))
                .orElseThrow();

        assertThat(now.healthOf(backend(1))).containsExactly(health(1, HealthState.DOWN), other);
    }

    /** Changes are told since the whole report, not since each other. */
    @Test
    void aSecondChangeTakesTheFirstBack() {
        HeardNode first = heard(
                        node, changes(report(8, LATER, List.of(health(1, HealthState.DOWN)), List.of(), List.of())))
                .orElseThrow();
        HeardNode second = heard(first, changes(report(9, LATER, List.of(), List.of(), List.of())))
                .orElseThrow();

        assertThat(second.report().health())
                .containsExactlyElementsOf(node.report().health());
        assertThat(ReportDifference.between(first.report(), second.report()).health())
                .containsExactly(health(1, HealthState.UP));
    }

    @Test
    void changesToAnotherReportMeanNothing() {
        NodeReport report = report(9, LATER, List.of(), List.of(), List.of());

        assertThat(heard(node, new Told.Changes(report, 6, LATER))).isEmpty();
        assertThat(HeardNode.of(new Told.Changes(report, 7, LATER), Optional.empty()))
                .isEmpty();
        HeardNode whole = heard(node, new Told.Whole(report)).orElseThrow();
        assertThat(heard(whole, new Told.Changes(report, 7, LATER))).isEmpty();
    }

    private static Told.Changes changes(NodeReport report) {
        return new Told.Changes(report, 7, LATER.minusSeconds(2));
    }

    private static Optional<HeardNode> heard(HeardNode before, Told told) {
        return HeardNode.of(told, Optional.of(before));
    }

    private static UUID backend(int number) {
        return new UUID(2, number);
    }

    private static BackendHealth health(int backend, HealthState state) {
        return new BackendHealth(new UUID(1, 1), backend(backend), state, NOW, "", MonitorPath.DSR);
    }

    private static BackendCounters counters(int backend, long packets) {
        return new BackendCounters(backend(backend), packets, packets * 100, 1, 1);
    }

    private static Neighbor neighbor(int backend, Instant confirmedAt) {
        return new Neighbor(backend(backend), "02:00:00:00:00:0" + backend, confirmedAt);
    }

    private static NodeReport report(
            long sequence,
            Instant at,
            List<BackendHealth> health,
            List<BackendCounters> backends,
            List<Neighbor> neighbors) {
        return new NodeReport(
                new UUID(3, 3),
                "boot",
                sequence,
                null,
                at,
                Duration.ZERO,
                health,
                new Counters(List.of(), List.of(), backends, List.of(), 0),
                List.of(),
                List.of(),
                List.of(),
                neighbors);
    }
}
