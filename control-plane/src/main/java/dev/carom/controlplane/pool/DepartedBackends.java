package dev.carom.controlplane.pool;

import dev.carom.controlplane.config.Configuration;
import dev.carom.controlplane.problem.Conflict;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends departures: a revision without the backends whose drain deadline has passed. */
@Component
class DepartedBackends {
    private final Configuration configuration;
    private final BackendRepository backends;
    private final Clock clock;

    DepartedBackends(Configuration configuration, BackendRepository backends, Clock clock) {
        this.configuration = configuration;
        this.backends = backends;
        this.clock = clock;
    }

    /** Looks before it locks: most of the time nobody departs. Any replica may do it. */
    @Scheduled(fixedDelay = 1_000)
    void remove() {
        if (!backends.existsByDepartingTrueAndDrainDeadlineLessThanEqual(clock.instant())) {
            return;
        }
        try {
            configuration.change(log -> {
                var departed = backends.findByDepartingTrueAndDrainDeadlineLessThanEqual(clock.instant());
                departed.forEach(log::deleting);
                backends.deleteAllInBatch(departed);
                return departed.size();
            });
        } catch (Conflict canaryRuns) {
            // They go when that is over.
        }
    }
}
