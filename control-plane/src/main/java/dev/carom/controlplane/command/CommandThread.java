package dev.carom.controlplane.command;

import dev.carom.controlplane.platform.Listening;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread {@code commands}: hands orders to the streams of this replica, ends those that are overdue, and wakes who
 * waits for an answer. The database's NOTIFY wakes it; it looks by itself every second too.
 */
@Component
class CommandThread implements SmartLifecycle {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(CommandThread.class);

    private final DataSource database;
    private final CommandStore store;
    private final Commands commands;
    private final OpenStreams streams;
    private volatile @Nullable Thread thread;

    CommandThread(DataSource database, CommandStore store, Commands commands, OpenStreams streams) {
        this.database = database;
        this.store = store;
        this.commands = commands;
        this.streams = streams;
    }

    @Override
    public void start() {
        Thread unstarted = Thread.ofPlatform().name("commands").unstarted(this::run);
        thread = unstarted;
        unstarted.start();
    }

    private void run() {
        while (isRunning()) {
            try (Listening notifications = Listening.to(database, List.of(CommandStore.CHANNEL))) {
                while (isRunning()) {
                    advance();
                    notifications.await(POLL);
                }
            } catch (SQLException | RuntimeException e) {
                if (isRunning()) {
                    log.warn("Commands wait for the database: {}", e.toString());
                    pause();
                }
            }
        }
    }

    private void advance() {
        Map<UUID, UUID> open = streams.byNode();
        if (!open.isEmpty()) {
            store.claim(open).forEach(claimed -> streams.send(claimed.node(), claimed.stream(), claimed.delivery()));
            store.claimCancelled(open.values()).forEach(cancelled -> streams.cancel(cancelled.node(), cancelled.id()));
        }
        commands.endOverdue();
        commands.completeWaiting();
        store.forgetOld();
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
