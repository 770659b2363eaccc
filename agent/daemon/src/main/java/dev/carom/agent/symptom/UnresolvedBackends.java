package dev.carom.agent.symptom;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.RevisionedState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Backends that nobody on the wire answers for, or no longer. */
public final class UnresolvedBackends implements Symptom {
    /** Asked three times a second: ten questions went unanswered. */
    static final Duration GRACE = Duration.ofSeconds(3);

    private final Findings findings;
    private final Clock clock;
    private final Map<UUID, Instant> missingSince = new HashMap<>();
    private final Set<UUID> told = new HashSet<>();

    public UnresolvedBackends(Findings findings, Clock clock) {
        this.findings = findings;
        this.clock = clock;
    }

    @Override
    public void look(Sight sight) {
        Set<UUID> resolved = sight.neighbors().stream()
                .filter(neighbor -> neighbor.age().compareTo(GRACE) < 0)
                .map(NeighborLearned::backend)
                .collect(Collectors.toSet());
        Map<UUID, Backend> missing = new HashMap<>();
        sight.running().state().map(RevisionedState::desired).stream()
                .flatMap(desired -> desired.pools().stream())
                .flatMap(pool -> pool.backends().stream())
                .filter(backend -> backend.state() != DesiredState.AdminState.DISABLED)
                .filter(backend -> backend.mac().isEmpty() && !resolved.contains(backend.id()))
                .forEach(backend -> missing.put(backend.id(), backend));
        missingSince.keySet().retainAll(missing.keySet());
        missing.values().forEach(this::tellIfLong);
        told.removeIf(backend -> {
            boolean found = !missing.containsKey(backend);
            if (found) {
                findings.close(FindingCode.UNRESOLVED, "backends/" + backend);
            }
            return found;
        });
    }

    private void tellIfLong(Backend backend) {
        Instant now = clock.instant();
        Instant since = missingSince.computeIfAbsent(backend.id(), fresh -> now);
        if (Duration.between(since, now).compareTo(GRACE) < 0 || !told.add(backend.id())) {
            return;
        }
        findings.open(
                FindingCode.UNRESOLVED,
                "backends/" + backend.id(),
                "Nobody answers for " + backend.name() + " on this node's interfaces",
                "no answer for " + backend.address() + " since " + since,
                "Check that " + backend.name() + " is up and on the same segment as this node");
    }
}
