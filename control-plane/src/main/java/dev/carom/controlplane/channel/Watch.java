package dev.carom.controlplane.channel;

import dev.carom.contract.v1.WatchResponse;
import dev.carom.controlplane.config.RevisionId;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One open stream as other threads see it: they leave word here and wake it. States are not queued; the stream's own
 * thread looks at how things stand when it is woken. Commands are, for each is said once.
 */
final class Watch {
    /** Why a stream ends from our side. */
    enum Ending {
        /** The node opened another. */
        SUPERSEDED,
        /** The node was deleted, or dialled another replica. */
        GONE,
        SHUTDOWN
    }

    private final UUID id = UUID.randomUUID();
    private final AuthenticatedNode node;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Queue<WatchResponse> commands = new ConcurrentLinkedQueue<>();
    private boolean woken;
    private @Nullable RevisionId acknowledged;
    private @Nullable Ending ending;
    private Set<String> live = Set.of();
    private boolean liveChanged;
    private boolean beaten;

    Watch(AuthenticatedNode node) {
        this.node = node;
    }

    UUID id() {
        return id;
    }

    AuthenticatedNode node() {
        return node;
    }

    void wake() {
        lock.lock();
        try {
            woken = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A command or a cancellation, to be sent as it is. */
    void say(WatchResponse command) {
        commands.add(command);
        wake();
    }

    @Nullable WatchResponse nextCommand() {
        return commands.poll();
    }

    void acknowledge(RevisionId revision) {
        lock.lock();
        try {
            acknowledged = revision;
        } finally {
            lock.unlock();
        }
        wake();
    }

    /** The series that somebody looks at now. */
    void ask(Set<String> series) {
        lock.lock();
        try {
            if (live.equals(series)) {
                return;
            }
            live = Set.copyOf(series);
            liveChanged = true;
        } finally {
            lock.unlock();
        }
        wake();
    }

    /** What to ask for live, if that has changed since this was last asked. */
    Optional<Set<String>> takeLive() {
        lock.lock();
        try {
            Optional<Set<String>> taken = liveChanged ? Optional.of(live) : Optional.empty();
            liveChanged = false;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** A sign of life has gone out. */
    void beat() {
        lock.lock();
        try {
            beaten = true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether one has since this was last asked. */
    boolean takeBeat() {
        lock.lock();
        try {
            boolean taken = beaten;
            beaten = false;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    void end(Ending why) {
        lock.lock();
        try {
            ending = ending == null ? why : ending;
        } finally {
            lock.unlock();
        }
        wake();
    }

    /** What the node acknowledged since this was last asked. */
    @Nullable RevisionId takeAcknowledged() {
        lock.lock();
        try {
            RevisionId taken = acknowledged;
            acknowledged = null;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    @Nullable Ending ending() {
        lock.lock();
        try {
            return ending;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when woken, now or since the last time, or when the time is over. */
    void await(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long nanos = time.toNanos();
            while (!woken && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }
}
