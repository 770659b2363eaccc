package dev.carom.agent.symptom;

import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A backend of a monitor with path BOTH answers by one path and not by the other. */
public final class DifferentPaths implements Symptom {
    /** A backend that goes down is noticed by one path's probes before the other's. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Findings findings;
    private final Clock clock;
    private final Set<UUID> told = new HashSet<>();

    private record Place(UUID listener, UUID backend) {}

    public DifferentPaths(Findings findings, Clock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    @Override
    public void look(Sight sight) {
        Map<Place, HealthState> direct = new HashMap<>();
        sight.health().stream()
                .filter(state -> state.path() == MonitorPath.DIRECT && !state.decides())
                .forEach(state -> direct.put(place(state), state));
        Set<UUID> differing = new HashSet<>();
        for (HealthState dsr : sight.health()) {
            Optional.ofNullable(direct.get(place(dsr)))
                    .filter(other -> dsr.path() == MonitorPath.DSR && differ(List.of(dsr, other)))
                    .ifPresent(other -> {
                        differing.add(dsr.backend());
                        tell(dsr, other);
                    });
        }
        told.removeIf(backend -> {
            boolean over = !differing.contains(backend);
            if (over) {
                findings.close(FindingCode.PATHS_DIFFER, "backends/" + backend);
            }
            return over;
        });
    }

    private boolean differ(List<HealthState> paths) {
        Instant latest =
                paths.stream().map(HealthState::since).max(Instant::compareTo).orElseThrow();
        return paths.stream().noneMatch(state -> state.health() == Health.UNKNOWN)
                && paths.stream().map(HealthState::health).distinct().count() > 1
                && Duration.between(latest, clock.instant()).compareTo(PATIENCE) >= 0;
    }

    private void tell(HealthState dsr, HealthState direct) {
        if (told.add(dsr.backend())) {
            boolean missing = direct.health() == Health.UP;
            findings.open(
                    FindingCode.PATHS_DIFFER,
                    "backends/" + dsr.backend(),
                    missing
                            ? "The backend serves on its own address and not through the VIP"
                            : "The backend serves through the VIP and not on its own address",
                    "DSR %s: %s; DIRECT %s: %s".formatted(dsr.health(), dsr.reason(), direct.health(), direct.reason()),
                    "POST /api/v1/backends/" + dsr.backend() + "/diagnose names the cause");
        }
    }

    private static Place place(HealthState state) {
        return new Place(state.listener(), state.backend());
    }
}
