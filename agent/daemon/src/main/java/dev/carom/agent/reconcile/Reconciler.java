package dev.carom.agent.reconcile;

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
    private static final long HAND_OVER_SECONDS = 5;

    private final Mailbox mailbox = new Mailbox();
    private final Convergence convergence;
    private final LongSupplier nanoTime;
    private final CountDownLatch firstStep = new CountDownLatch(1);
    private final Thread thread;

    public Reconciler(Convergence convergence, LongSupplier nanoTime) {
        this.convergence = convergence;
        this.nanoTime = nanoTime;
        this.thread = Thread.ofPlatform().name("reconciler").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** From any thread; never blocks. */
    public void post(Event event) {
        mailbox.post(event);
    }

    /** Waits until the events posted before {@link #start} were acted upon. */
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
        post(new Event.RoleChanged(false));
        post(new Event.Stopped());
        try {
            if (!thread.join(java.time.Duration.ofSeconds(HAND_OVER_SECONDS))) {
                LOG.warn("the hand-over did not end within {} s", HAND_OVER_SECONDS);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        OptionalLong due = OptionalLong.empty();
        try {
            boolean stopped = false;
            while (!stopped) {
                List<Event> events = mailbox.take(due.orElse(nanoTime.getAsLong() + IDLE_NANOS) - nanoTime.getAsLong());
                stopped = events.stream().anyMatch(Event.Stopped.class::isInstance);
                due = convergence.step(events);
                firstStep.countDown();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            firstStep.countDown();
        }
    }
}
