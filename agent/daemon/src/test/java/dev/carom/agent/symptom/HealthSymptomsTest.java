package dev.carom.agent.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.reconcile.Example;
import dev.carom.agent.reconcile.Finding;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.RevisionedState;
import dev.carom.agent.reconcile.Running;
import dev.carom.agent.reconcile.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What only all judgements together, or the two of one backend, tell. */
class HealthSymptomsTest {
    private static final UUID LISTENER = Example.LISTENER;

    private final SetClock clock = new SetClock();
    private final Findings findings = new Findings(clock, () -> {});
    private final SelfSuspicion suspicion = new SelfSuspicion(findings);
    private final DifferentPaths paths = new DifferentPaths(findings, clock);

    @Test
    void allBackendsThatFailWithinAMomentAndNoLongerResolveMakeTheNodeSuspectItself() {
        suspicion.look(sight(Duration.ZERO, dsr(Example.FIRST, Health.UP), dsr(Example.SECOND, Health.UP)));
        Sight dark = sight(UnresolvedBackends.GRACE, dsr(Example.FIRST, Health.DOWN), dsr(Example.SECOND, Health.DOWN));
        suspicion.look(dark);
        suspicion.look(dark);
        assertThat(findings.snapshot()).extracting(Finding::code).containsExactly(FindingCode.SELF_SUSPECT);
        suspicion.look(sight(Duration.ZERO, dsr(Example.FIRST, Health.UP), dsr(Example.SECOND, Health.DOWN)));
        assertThat(findings.snapshot()).isEmpty();
    }

    @Test
    void onePoolWhoseBackendsStillResolveFailsByItself() {
        suspicion.look(sight(Duration.ZERO, dsr(Example.FIRST, Health.UP), dsr(Example.SECOND, Health.UP)));
        suspicion.look(sight(Duration.ZERO, dsr(Example.FIRST, Health.DOWN), dsr(Example.SECOND, Health.DOWN)));
        assertThat(findings.snapshot()).isEmpty();
    }

    @Test
    void backendsThatFailOneAfterTheOtherAreNoSuspicion() {
        suspicion.look(sight(Duration.ZERO, dsr(Example.FIRST, Health.UP), dsr(Example.SECOND, Health.UP)));
        HealthState first = dsr(Example.FIRST, Health.DOWN);
        clock.advance(SelfSuspicion.MOMENT.plusSeconds(1));
        suspicion.look(sight(UnresolvedBackends.GRACE, first, dsr(Example.SECOND, Health.DOWN)));
        assertThat(findings.snapshot()).isEmpty();
    }

    @Test
    void aFreshNodeWithoutAHealthyBackendSuspectsNothing() {
        suspicion.look(
                sight(UnresolvedBackends.GRACE, dsr(Example.FIRST, Health.DOWN), dsr(Example.SECOND, Health.DOWN)));
        assertThat(findings.snapshot()).isEmpty();
    }

    @Test
    void aBackendThatAnswersDirectlyAndNotThroughTheVipIsFoundOnceItLasts() {
        HealthState dsr = dsr(Example.FIRST, Health.DOWN);
        HealthState direct = direct(Example.FIRST, Health.UP);
        paths.look(sight(Duration.ZERO, dsr, direct));
        assertThat(findings.snapshot()).isEmpty();
        clock.advance(DifferentPaths.PATIENCE);
        paths.look(sight(Duration.ZERO, dsr, direct));
        assertThat(findings.snapshot()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.PATHS_DIFFER);
            assertThat(finding.resource()).isEqualTo("backends/" + Example.FIRST);
            assertThat(finding.evidence()).isEqualTo("DSR DOWN: as seen; DIRECT UP: as seen");
        });
        paths.look(sight(Duration.ZERO, dsr(Example.FIRST, Health.UP), direct));
        assertThat(findings.snapshot()).isEmpty();
    }

    @Test
    void aPoolBelowItsPanicThresholdIsFoundWhileItIs() {
        IgnoredHealth ignored = new IgnoredHealth(findings);
        HealthState[] half = {dsr(Example.FIRST, Health.UP), dsr(Example.SECOND, Health.DOWN)};
        ignored.look(sight(Example.withPanicThreshold(50), half));
        assertThat(findings.snapshot()).as("half is not below half").isEmpty();
        ignored.look(sight(Example.withPanicThreshold(51), half));
        assertThat(findings.snapshot()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.HEALTH_IGNORED);
            assertThat(finding.resource()).isEqualTo("pools/" + Example.POOL);
            assertThat(finding.evidence()).isEqualTo("1 of 2 backends were up, below the panic threshold of 51 %");
        });
        ignored.look(sight(
                Example.withPanicThreshold(51), dsr(Example.FIRST, Health.DOWN), dsr(Example.SECOND, Health.DOWN)));
        assertThat(findings.snapshot())
                .as("none is up: the all-down policy decides")
                .isEmpty();
    }

    @Test
    void aBackendThatPassesThroughTheVipHoldsIt() {
        List<String> held = new ArrayList<>();
        HeldVips vips = new HeldVips((vip, mac, since) -> held.add(vip + " " + mac + " " + since));
        vips.look(sight(
                Duration.ZERO,
                dsr(Example.FIRST, Health.UP),
                dsr(Example.SECOND, Health.DOWN),
                direct(Example.SECOND, Health.UP)));
        assertThat(held).containsExactly(Example.VIP_ADDRESS + " " + Example.FIRST_MAC + " " + clock.instant());
    }

    private HealthState dsr(UUID backend, Health health) {
        return state(backend, MonitorPath.DSR, health);
    }

    private HealthState direct(UUID backend, Health health) {
        return state(backend, MonitorPath.DIRECT, health);
    }

    private HealthState state(UUID backend, MonitorPath path, Health health) {
        Instant now = clock.instant();
        return new HealthState(LISTENER, backend, path, path == MonitorPath.DSR, health, "as seen", now, now);
    }

    private static Sight sight(Duration ageOfMacs, HealthState... health) {
        return sight(Example.revision(1, 254), ageOfMacs, health);
    }

    private static Sight sight(RevisionedState state, HealthState... health) {
        return sight(state, Duration.ZERO, health);
    }

    private static Sight sight(RevisionedState state, Duration ageOfMacs, HealthState... health) {
        Running running = new Running(Optional.of(state), List.of(), Set.of(), Map.of(), true);
        List<NeighborLearned> neighbors = List.of(
                new NeighborLearned(Example.FIRST, Example.FIRST_MAC, ageOfMacs),
                new NeighborLearned(Example.SECOND, Example.SECOND_MAC, ageOfMacs));
        return new Sight(running, DataPathCounters.NONE, List.of(), neighbors, List.of(health));
    }
}
