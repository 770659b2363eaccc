package dev.carom.agent.controlplane;

import dev.carom.agent.reconcile.Bell;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.ReportResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports at once when something changed, and a digest every 10 s. Its own thread sends; the bell wakes it. */
final class Reporter implements Runnable {
    static final Duration DIGEST = Duration.ofSeconds(10);
    /** Bursts of changes go as one report. */
    private static final Duration GATHERING = Duration.ofMillis(50);

    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);

    private final ConnectClient client;
    private final Endpoints endpoints;
    private final Self self;
    private final Supplier<NodeSnapshot> snapshots;
    private final Clock clock;
    private final Duration digest;
    private final Bell bell;
    private volatile boolean connected;
    private long sequence;

    Reporter(
            ConnectClient client,
            Endpoints endpoints,
            Self self,
            Supplier<NodeSnapshot> snapshots,
            Clock clock,
            Duration digest,
            Bell bell) {
        this.client = client;
        this.endpoints = endpoints;
        this.self = self;
        this.snapshots = snapshots;
        this.clock = clock;
        this.digest = digest;
        this.bell = bell;
    }

    /** A new connection is told all there is. */
    void connected(boolean now) {
        connected = now;
        bell.ring();
    }

    @Override
    public void run() {
        try {
            while (true) {
                bell.await(digest);
                if (connected) {
                    Thread.sleep(GATHERING);
                    send();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() throws InterruptedException {
        sequence++;
        try {
            ReportRequest report = ReportWriter.write(snapshots.get(), clock.instant()).toBuilder()
                    .setNodeId(self.nodeId())
                    .setBootId(self.bootId())
                    .setSequence(sequence)
                    .build();
            client.call(endpoints.current(), "Report", report, ReportResponse.parser());
        } catch (IOException failure) {
            LOG.warn("report {} did not arrive: {}", sequence, failure.toString());
        } catch (RuntimeException defect) {
            LOG.error("report {} could not be made", sequence, defect);
        }
    }
}
