package dev.carom.agent.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Events on their way to the one writer. A burst is taken as one batch, so that it is compiled once. */
public final class Mailbox {
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** From any thread; never blocks. */
    public void post(Event event) {
        events.add(event);
    }

    /** Everything that waits; empty when nothing came within {@code timeoutNanos}. */
    List<Event> take(long timeoutNanos) throws InterruptedException {
        @Nullable Event first = events.poll(Math.max(timeoutNanos, 0), TimeUnit.NANOSECONDS);
        if (first == null) {
            return List.of();
        }
        List<Event> batch = new ArrayList<>();
        batch.add(first);
        events.drainTo(batch);
        return batch;
    }
}
