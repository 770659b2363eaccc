package dev.carom.controlplane.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread {@code stream}: reads what is new on the timeline and tells this replica's watchers. The database's NOTIFY
 * wakes it; it looks by itself every 2 s too, so that a lost connection only makes it late.
 */
@Component
class StreamThread implements SmartLifecycle {
    static final Duration POLL = Duration.ofSeconds(2);
    private static final int BATCH = 500;

    private static final Logger log = LoggerFactory.getLogger(StreamThread.class);

    private final DataSource database;
    private final Events events;
    private final Narrator narrator;
    private final Watchers watchers;
    private final ApplicationEventPublisher publisher;
    private volatile @Nullable Thread thread;
    private long told;

    StreamThread(
            DataSource database,
            Events events,
            Narrator narrator,
            Watchers watchers,
            ApplicationEventPublisher publisher) {
        this.database = database;
        this.events = events;
        this.narrator = narrator;
        this.watchers = watchers;
        this.publisher = publisher;
    }

    @Override
    public void start() {
        Thread unstarted = Thread.ofPlatform().name("stream").unstarted(this::run);
        thread = unstarted;
        unstarted.start();
    }

    private void run() {
        while (isRunning()) {
            try (Connection connection = database.getConnection()) {
                PGConnection notifications = listen(connection);
                if (told == 0) {
                    told = events.newest();
                }
                while (isRunning()) {
                    tellNew();
                    hear(notifications.getNotifications(Math.toIntExact(POLL.toMillis())));
                }
            } catch (SQLException | RuntimeException e) {
                if (isRunning()) {
                    log.warn("The event stream waits for the database: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private static PGConnection listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + EventChannels.EVENT);
            statement.execute("listen " + EventChannels.SIGNAL);
        }
        return connection.unwrap(PGConnection.class);
    }

    private void tellNew() {
        List<Event> fresh;
        do {
            fresh = events.after(told, BATCH);
            if (!fresh.isEmpty()) {
                told = fresh.getLast().id();
                if (!watchers.isEmpty()) {
                    narrator.tell(fresh).forEach(watchers::tell);
                }
            }
        } while (fresh.size() == BATCH);
    }

    private void hear(PGNotification @Nullable [] notifications) {
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            if (notification.getName().equals(EventChannels.SIGNAL)) {
                String text = notification.getParameter();
                int end = text.indexOf('\n');
                publisher.publishEvent(new Signal(text.substring(0, end), text.substring(end + 1)));
            }
        }
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
