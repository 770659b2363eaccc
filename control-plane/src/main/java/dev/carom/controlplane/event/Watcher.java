package dev.carom.controlplane.event;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written to one client: bounded, so that one who reads slowly costs no more than the bound. Filled by
 * the teller's thread, emptied by the request's.
 */
final class Watcher {
    /** A burst as large as a large change; whoever is further behind reads anew. */
    static final int MOST = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Deque<Told> waiting = new ArrayDeque<>();
    private final Set<String> series;
    private long seen;
    private boolean behind;
    private boolean ended;

    /** @param series what it wants live, as {@code vips/<uuid>} */
    Watcher(Set<String> series) {
        this.series = Set.copyOf(series);
    }

    Set<String> series() {
        return series;
    }

    /** Events up to this one are told in another way. */
    void skipTo(long newest) {
        lock.lock();
        try {
            seen = Math.max(seen, newest);
            waiting.removeIf(told -> told.id() != null && told.id() <= newest);
        } finally {
            lock.unlock();
        }
    }

    /** What is too old, or too much, is not taken. */
    void tell(Told told) {
        lock.lock();
        try {
            Long id = told.id();
            if (behind || id != null && id <= seen) {
                return;
            }
            if (waiting.size() >= MOST) {
                behind = true;
                waiting.clear();
            } else {
                waiting.add(told);
                seen = id == null ? seen : id;
            }
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the stream once what waits is written. */
    void end() {
        lock.lock();
        try {
            ended = true;
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What came of waiting. */
    sealed interface Next {
        record Tell(Told told) implements Next {}

        /** Nothing for the whole time. */
        record Quiet() implements Next {}

        /** It read too slowly: what it missed is gone. */
        record Behind() implements Next {}

        record Ended() implements Next {}
    }

    Next await(Duration time) throws InterruptedException {
        long left = time.toNanos();
        lock.lock();
        try {
            while (true) {
                Optional<Next> next = next();
                if (next.isPresent()) {
                    return next.get();
                }
                if (left <= 0) {
                    return new Next.Quiet();
                }
                left = something.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<Next> next() {
        if (behind) {
            return Optional.of(new Next.Behind());
        }
        Told told = waiting.poll();
        if (told != null) {
            return Optional.of(new Next.Tell(told));
        }
        return ended ? Optional.of(new Next.Ended()) : Optional.empty();
    }
}
