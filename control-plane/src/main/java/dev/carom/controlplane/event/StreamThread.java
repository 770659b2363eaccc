package dev.carom.controlplane.event;

import dev.carom.controlplane.platform.Listening;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread {@code stream}: reads what is new on the timeline and tells this replica's watchers. The database's NOTIFY
 * wakes it, and is handed on to whoever else listens; it looks by itself every 2 s too, so that a lost connection only makes it late.
 */
@Component
class StreamThread implements SmartLifecycle {
    static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final int BATCH = 500;

    private static final Logger log = LoggerFactory.getLogger(StreamThread.class);

    private final DataSource database;
    private final Events events;
    private final Narrator narrator;
    private final Watchers watchers;
    private final Map<String, Notified> listeners;
    private volatile @Nullable Thread thread;
    private long told;

    StreamThread(DataSource database, Events events, Narrator narrator, Watchers watchers, List<Notified> listeners) {
        this.database = database;
        this.events = events;
        this.narrator = narrator;
        this.watchers = watchers;
        this.listeners = listeners.stream().collect(Collectors.toMap(Notified::channel, Function.identity()));
    }

    @Override
    public void start() {
        Thread unstarted = Thread.ofPlatform().name("stream").unstarted(this::run);
        thread = unstarted;
        unstarted.start();
    }

    private void run() {
        while (isRunning()) {
            try (Listening notifications = Listening.to(database, channels())) {
                if (told == 0) {
                    told = events.newest();
                }
                long looked = 0;
                while (isRunning()) {
                    if (System.nanoTime() - looked > LOOK_AGAIN.toNanos() || looked == 0) {
                        looked = System.nanoTime();
                        listeners.values().forEach(Notified::lookAgain);
                    }
                    tellNew();
                    notifications.await(POLL).forEach(this::hear);
                }
            } catch (SQLException | RuntimeException e) {
                if (isRunning()) {
                    log.warn("The event stream waits for the database: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private List<String> channels() {
        return Stream.concat(Stream.of(EventChannels.EVENT), listeners.keySet().stream())
                .toList();
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

    private void hear(PGNotification notification) {
        Notified listener = listeners.get(notification.getName());
        if (listener != null) {
            listener.hear(notification.getParameter());
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
