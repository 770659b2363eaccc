package dev.carom.controlplane.history;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Rolls hours up and drops what is old. Slowly: an hour is done within a quarter of one, and no write waits for it. */
@Component
class HistoryKeeper {
    private static final int PARTS_AT_ONCE = 2;
    private static final Logger LOG = LoggerFactory.getLogger(HistoryKeeper.class);

    private final HourRollUp rollUp;
    private final HistoryStore store;
    private final Clock clock;

    HistoryKeeper(HourRollUp rollUp, HistoryStore store, Clock clock) {
        this.rollUp = rollUp;
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 20_000, initialDelay = 20_000)
    void keep() {
        Instant now = clock.instant();
        try {
            rollUp.advance(now, PARTS_AT_ONCE);
            store.forget(now);
        } catch (DataAccessException refused) {
            LOG.warn("history is kept later: {}", refused.toString());
        }
    }
}
