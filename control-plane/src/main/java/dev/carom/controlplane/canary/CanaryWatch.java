package dev.carom.controlplane.canary;

import dev.carom.controlplane.event.Events;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.rollout.StateReader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Watches the trial that runs. Every replica does, so that none is missed. */
@Component
class CanaryWatch {
    private static final Logger log = LoggerFactory.getLogger(CanaryWatch.class);

    private final CanaryStore store;
    private final Canaries canaries;
    private final Testers testers;
    private final StateReader states;
    private final Events events;
    private final Clock clock;

    CanaryWatch(CanaryStore store, Canaries canaries, Testers testers, StateReader states, Events events, Clock clock) {
        this.store = store;
        this.canaries = canaries;
        this.testers = testers;
        this.states = states;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        store.running().ifPresent(canary -> carryOut(canary, judge(canary)));
    }

    private Verdict judge(Canary canary) {
        Instant now = clock.instant();
        StateReader.Trial trial = states.trial(canary.revision());
        if (!trial.assembled()) {
            return now.isBefore(canary.verifyBy())
                    ? new Verdict.Wait()
                    : new Verdict.RollBack("It has not become states for nodes in time.");
        }
        if (trial.states().isEmpty()) {
            return new Verdict.RollBack("It changes nothing for " + canary.target() + ", which so cannot try it.");
        }
        return testers.observe(canary.revision())
                .map(nodes -> CanaryRules.judge(
                        canary, trial.states().getFirst(), nodes, testers.configured(canary.revision()), now))
                .orElseGet(Verdict.Wait::new);
    }

    private void carryOut(Canary canary, Verdict verdict) {
        switch (verdict) {
            case Verdict.Wait() -> {}
            case Verdict.Soak() -> {
                if (store.verified(canary.revision(), clock.instant())) {
                    events.publish(List.of(Told.about(
                            canary.target(),
                            "verified",
                            "All that try revision " + canary.revision() + " verified it")));
                }
            }
            case Verdict.Pass() -> canaries.pass(canary, "It was verified, and nothing spoke against it.");
            case Verdict.RollBack(String reason) -> rollBack(canary, reason);
        }
    }

    private void rollBack(Canary canary, String reason) {
        try {
            canaries.rollBack(canary, reason);
        } catch (InvalidResource | Conflict | DataAccessException e) {
            if (store.hindered(canary.revision(), reason + " It cannot be rolled back: " + e.getMessage())) {
                log.error("Revision {} cannot be rolled back", canary.revision(), e);
            }
        }
    }
}
