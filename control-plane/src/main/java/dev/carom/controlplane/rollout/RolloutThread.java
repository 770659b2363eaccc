package dev.carom.controlplane.rollout;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
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
            try (Connection connection = database.getConnection()) {
                PGConnection notifications = listen(connection);
                while (isRunning()) {
                    advance();
                    notifications.getNotifications(Math.toIntExact(POLL.toMillis()));
                }
            } catch (SQLException | RuntimeException e) {
                if (isRunning()) {
                    log.warn("The rollout waits for the database: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private static PGConnection listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + RolloutChannels.REVISION);
            statement.execute("listen " + RolloutChannels.ROLLOUT);
        }
        return connection.unwrap(PGConnection.class);
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
