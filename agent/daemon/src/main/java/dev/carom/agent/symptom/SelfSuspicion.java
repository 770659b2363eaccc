package dev.carom.agent.symptom;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.RevisionedState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All backends failed within a moment: then what they have in common is this node. One pool may well fail at once by
 * itself, so either several pools did, or no backend's MAC address answers any more.
 */
public final class SelfSuspicion implements Symptom {
    /** Probes of one interval end within it, and fall times it passes before a backend is down. */
    static final Duration MOMENT = Duration.ofSeconds(15);

    private final Findings findings;
    private boolean wereUp;
    private boolean told;

    public SelfSuspicion(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void look(Sight sight) {
        List<HealthState> deciding =
                sight.health().stream().filter(HealthState::decides).toList();
        boolean anyUp = deciding.stream().anyMatch(state -> state.health() == Health.UP);
        if (anyUp || deciding.isEmpty()) {
            wereUp = anyUp;
            close();
        } else if (wereUp && !told && fellTogether(deciding) && concernsThisNode(sight, deciding)) {
            told = true;
            findings.open(
                    FindingCode.SELF_SUSPECT,
                    "",
                    "Every backend failed within a moment: suspect this node",
                    evidence(deciding),
                    "Look at this node's links, switch ports and firewall before the backends;"
                            + " `carom-agent hand-over` gives its VIPs to a peer");
        }
    }

    private void close() {
        if (told) {
            told = false;
            findings.close(FindingCode.SELF_SUSPECT, "");
        }
    }

    private static boolean fellTogether(List<HealthState> deciding) {
        long backends = deciding.stream().map(HealthState::backend).distinct().count();
        boolean allDown = deciding.stream().allMatch(state -> state.health() == Health.DOWN);
        Optional<Instant> first = deciding.stream().map(HealthState::since).min(Instant::compareTo);
        Optional<Instant> last = deciding.stream().map(HealthState::since).max(Instant::compareTo);
        return allDown
                && backends > 1
                && Duration.between(first.orElseThrow(), last.orElseThrow()).compareTo(MOMENT) <= 0;
    }

    private static boolean concernsThisNode(Sight sight, List<HealthState> deciding) {
        boolean nobodyResolves = sight.neighbors().stream()
                .noneMatch(neighbor -> neighbor.age().compareTo(UnresolvedBackends.GRACE) < 0);
        return nobodyResolves || poolsOf(sight, deciding).distinct().count() > 1;
    }

    private static Stream<UUID> poolsOf(Sight sight, List<HealthState> deciding) {
        Set<UUID> judged = deciding.stream().map(HealthState::backend).collect(Collectors.toSet());
        return sight.running().state().map(RevisionedState::desired).stream()
                .flatMap(desired -> desired.pools().stream())
                .filter(pool -> pool.backends().stream().anyMatch(backend -> judged.contains(backend.id())))
                .map(DesiredState.Pool::id);
    }

    private static String evidence(List<HealthState> deciding) {
        HealthState one = deciding.getFirst();
        return "%d of %d checks are DOWN, one since %s: %s"
                .formatted(deciding.size(), deciding.size(), one.since(), one.reason());
    }
}
