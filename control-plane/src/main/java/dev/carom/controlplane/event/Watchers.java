package dev.carom.controlplane.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The clients of this replica that watch. */
@Component
class Watchers implements SmartLifecycle {
    /** More consoles than any site opens; each holds a connection of the server's. */
    static final int MOST = 2_000;

    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger admitted = new AtomicInteger();
    private volatile boolean running;

    Watchers(MeterRegistry meters) {
        Gauge.builder("carom.watchers", this, Watchers::count)
                .description("Clients that watch the event stream of this replica")
                .register(meters);
    }

    /** False when there are as many as one replica takes, or it is going away. */
    boolean admit(Watcher watcher) {
        if (!running || admitted.incrementAndGet() > MOST) {
            admitted.decrementAndGet();
            return false;
        }
        watchers.add(watcher);
        if (!running) {
            watcher.end();
        }
        return true;
    }

    void leave(Watcher watcher) {
        if (watchers.remove(watcher)) {
            admitted.decrementAndGet();
        }
    }

    boolean isEmpty() {
        return watchers.isEmpty();
    }

    int count() {
        return watchers.size();
    }

    /** What is wanted live by any of them. */
    Set<String> series() {
        return watchers.stream().flatMap(watcher -> watcher.series().stream()).collect(Collectors.toUnmodifiableSet());
    }

    void tell(Told told) {
        watchers.forEach(watcher -> watcher.tell(told));
    }

    /** Only those that asked for this series. */
    void tell(String series, Told told) {
        watchers.stream().filter(watcher -> watcher.series().contains(series)).forEach(watcher -> watcher.tell(told));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Stops before the web server does, which waits for requests to end. */
    @Override
    public void stop() {
        running = false;
        watchers.forEach(Watcher::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
