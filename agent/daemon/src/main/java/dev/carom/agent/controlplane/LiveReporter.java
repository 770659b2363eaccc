package dev.carom.agent.controlplane;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.contract.v1.Live;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.ReportResponse;
import dev.carom.contract.v1.Telemetry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each second what was done for the series that somebody looks at, and nothing while nobody does. Its own thread
 * sends; the watch's thread says what is wanted. A sample that did not arrive is not repeated: it would be late.
 */
final class LiveReporter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveReporter.class);
    private static final Duration SHORTEST = Duration.ofMillis(250);

    private final ConnectClient client;
    private final Endpoints endpoints;
    private final Self self;
    private final Supplier<NodeSnapshot> snapshots;
    private Set<String> series = Set.of();
    private Duration interval = Duration.ofSeconds(1);

    LiveReporter(ConnectClient client, Endpoints endpoints, Self self, Supplier<NodeSnapshot> snapshots) {
        this.client = client;
        this.endpoints = endpoints;
        this.self = self;
        this.snapshots = snapshots;
    }

    synchronized void ask(Telemetry telemetry) {
        Duration wanted = Duration.ofMillis(telemetry.getIntervalMs());
        interval = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
        series = Set.copyOf(telemetry.getSeriesList());
        notifyAll();
    }

    /** Whoever looked asks anew on the next stream. */
    synchronized void connected(boolean now) {
        if (!now) {
            series = Set.of();
        }
    }

    private record Asked(Set<String> series, Duration interval) {}

    private synchronized Asked await() throws InterruptedException {
        while (series.isEmpty()) {
            wait();
        }
        return new Asked(series, interval);
    }

    private synchronized Optional<Asked> asked() {
        return series.isEmpty() ? Optional.empty() : Optional.of(new Asked(series, interval));
    }

    @Override
    public void run() {
        try {
            while (true) {
                tell(await());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until nobody looks any more. The first interval makes the base that differences are counted from. */
    private void tell(Asked first) throws InterruptedException {
        DataPathCounters base = snapshots.get().counters();
        long at = System.nanoTime();
        for (Optional<Asked> asked = Optional.of(first); asked.isPresent(); asked = asked()) {
            Thread.sleep(asked.orElseThrow().interval());
            DataPathCounters now = snapshots.get().counters();
            long later = System.nanoTime();
            Live live = LiveWriter.write(asked.orElseThrow().series(), base, now, Duration.ofNanos(later - at));
            base = now;
            at = later;
            send(live);
        }
    }

    private void send(Live live) throws InterruptedException {
        if (live.getSamplesCount() == 0) {
            return;
        }
        try {
            ReportRequest report = ReportRequest.newBuilder()
                    .setNodeId(self.nodeId())
                    .setBootId(self.bootId())
                    .setLive(live)
                    .build();
            client.call(endpoints.current(), "Report", report, ReportResponse.parser());
        } catch (IOException failure) {
            LOG.debug("a live report did not arrive: {}", failure.toString());
        }
    }
}
