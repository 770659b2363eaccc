package dev.carom.controlplane.rollout;

import dev.carom.controlplane.platform.Listening;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread {@code rollout}: assembles what is new, and tells this replica of it. The database's NOTIFY wakes it; it
 * looks by itself every 2 s too, so that a lost connection only makes it late.
 */
@Component
class RolloutThread implements SmartLifecycle {
    static final Duration POLL = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(RolloutThread.class);

    private final DataSource database;
    private final Rollout rollout;
    private final CurrentStates states;
    private final DatabaseHistory history;
    private volatile @Nullable Thread thread;

    RolloutThread(DataSource database, Rollout rollout, CurrentStates states, DatabaseHistory history) {
        this.database = database;
        this.rollout = rollout;
        this.states = states;
        this.history = history;
    }

    @Override
    public void start() {
        Thread unstarted = Thread.ofPlatform().name("rollout").unstarted(this::run);
        thread = unstarted;
        unstarted.start();
    }

    private void run() {
        while (isRunning()) {
            try (Listening notifications =
                    Listening.to(database, List.of(RolloutChannels.REVISION, RolloutChannels.ROLLOUT))) {
                while (isRunning()) {
                    advance();
                    notifications.await(POLL);
                }
            } catch (SQLException | RuntimeException e) {
                if (isRunning()) {
                    log.warn("The rollout waits for the database: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private void advance() {
        history.refresh();
        rollout.advance();
        states.refresh();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closing the pool ends the wait for notifications; nothing here is worth waiting for. */
    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
