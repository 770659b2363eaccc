package dev.carom.agent.symptom;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread {@code carom-symptoms}: looks twice a second, so that a finding is open within one. */
public final class Symptoms implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Symptoms.class);
    private static final long INTERVAL_NANOS = Duration.ofMillis(500).toNanos();

    private final Supplier<Sight> sights;
    private final List<Symptom> symptoms;
    private final Thread thread = Thread.ofPlatform().name("carom-symptoms").unstarted(this::run);
    private volatile boolean stopped;

    private Symptoms(Supplier<Sight> sights, List<Symptom> symptoms) {
        this.sights = sights;
        this.symptoms = List.copyOf(symptoms);
    }

    public static Symptoms watch(Supplier<Sight> sights, List<Symptom> symptoms) {
        Symptoms watching = new Symptoms(sights, symptoms);
        watching.thread.start();
        return watching;
    }

    private void run() {
        while (!stopped) {
            LockSupport.parkNanos(this, INTERVAL_NANOS);
            try {
                Sight sight = sights.get();
                symptoms.forEach(symptom -> symptom.look(sight));
            } catch (RuntimeException defect) {
                LOG.error("Symptoms: a look failed", defect);
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
