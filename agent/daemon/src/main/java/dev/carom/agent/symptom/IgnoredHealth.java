package dev.carom.agent.symptom;

import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.Pool;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.forwarding.PanicThreshold;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Pools below their panic threshold: flows go to backends that are down, too. */
public final class IgnoredHealth implements Symptom {
    private final Findings findings;
    private final Set<UUID> told = new HashSet<>();

    public IgnoredHealth(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void look(Sight sight) {
        Set<UUID> ignoring = new HashSet<>();
        sight.running().state().stream()
                .flatMap(state -> state.desired().pools().stream())
                .filter(pool -> pool.panicThresholdPercent() > 0)
                .forEach(pool -> look(pool, sight.health(), ignoring));
        told.removeIf(pool -> {
            boolean over = !ignoring.contains(pool);
            if (over) {
                findings.close(FindingCode.HEALTH_IGNORED, resource(pool));
            }
            return over;
        });
    }

    private void look(Pool pool, List<HealthState> health, Set<UUID> ignoring) {
        Set<UUID> wanted = pool.backends().stream()
                .filter(backend -> backend.state() == AdminState.ENABLED && backend.weight() > 0)
                .map(Backend::id)
                .collect(Collectors.toSet());
        Map<UUID, Long> upByListener = health.stream()
                .filter(state -> state.decides() && state.health() == Health.UP && wanted.contains(state.backend()))
                .collect(Collectors.groupingBy(HealthState::listener, Collectors.counting()));
        upByListener.values().stream()
                .filter(up -> PanicThreshold.isUndercut(pool, up, wanted.size()))
                .findFirst()
                .ifPresent(up -> {
                    ignoring.add(pool.id());
                    tell(pool, up, wanted.size());
                });
    }

    private void tell(Pool pool, long up, int wanted) {
        if (told.add(pool.id())) {
            findings.open(
                    FindingCode.HEALTH_IGNORED,
                    resource(pool.id()),
                    "Pool " + pool.name() + " ignores health: backends that are down take flows",
                    "%d of %d backends were up, below the panic threshold of %d %%"
                            .formatted(up, wanted, pool.panicThresholdPercent()),
                    "Mend the backends that are down; a panicThresholdPercent of 0 leaves them out");
        }
    }

    private static String resource(UUID pool) {
        return "pools/" + pool;
    }
}
