package dev.carom.agent.reconcile;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one writer thread: folds events into one value and makes the node do what the value says. */
public final class Reconciler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration HAND_OVER = Duration.ofSeconds(5);

    private final Mailbox mailbox;
    private final Convergence convergence;
    private final LongSupplier nanoTime;
    private final CountDownLatch firstStep = new CountDownLatch(1);
    private final Thread thread;

    public Reconciler(Mailbox mailbox, Convergence convergence, LongSupplier nanoTime) {
        this.mailbox = mailbox;
        this.convergence = convergence;
        this.nanoTime = nanoTime;
        this.thread = Thread.ofPlatform().name("reconciler").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Waits until what was posted before {@link #start} is acted upon; there must be something. */
    public void awaitFirstStep() throws InterruptedException {
        firstStep.await();
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    public Running running() {
        return convergence.running();
    }

    /** Hands over what this node owns, then ends. */
    @Override
    public void close() {
        mailbox.post(new Event.RoleChanged(false));
        mailbox.post(new Event.Stopped());
        try {
            if (!thread.join(HAND_OVER)) {
                LOG.warn("the hand-over did not end within {} s", HAND_OVER.toSeconds());
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** A defect must not end the one writer: it tries again when the next event or the next second comes. */
    private OptionalLong step(List<Event> events) {
        try {
            return convergence.step(events);
        } catch (RuntimeException defect) {
            LOG.error("a step failed after {}", events, defect);
            return OptionalLong.empty();
        }
    }

    private void run() {
        OptionalLong due = OptionalLong.empty();
        try {
            boolean stopped = false;
            while (!stopped) {
                List<Event> events = mailbox.take(due.orElse(nanoTime.getAsLong() + IDLE_NANOS) - nanoTime.getAsLong());
                stopped = events.stream().anyMatch(Event.Stopped.class::isInstance);
                due = step(events);
                firstStep.countDown();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            firstStep.countDown();
        }
    }
}
