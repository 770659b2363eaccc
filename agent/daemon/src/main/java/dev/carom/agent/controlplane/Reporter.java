package dev.carom.agent.controlplane;

import dev.carom.agent.reconcile.Bell;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.contract.v1.ReportChangesRequest;
import dev.carom.contract.v1.ReportChangesResponse;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.ReportResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    private volatile boolean dialled;
    private @Nullable Whole whole;
    private long sequence;

    /** The last report of all there is that arrived. */
    private record Whole(long sequence, NodeSnapshot snapshot) {}

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
        dialled = now;
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
        try {
            tell(snapshots.get());
        } catch (IOException failure) {
            LOG.warn("report {} did not arrive: {}", sequence, failure.toString());
        } catch (RuntimeException defect) {
            LOG.error("report {} could not be made", sequence, defect);
        }
    }

    private void tell(NodeSnapshot now) throws IOException, InterruptedException {
        if (dialled) {
            dialled = false;
            whole = null;
        }
        Whole before = whole;
        Optional<NodeSnapshot> changes =
                before == null ? Optional.empty() : ReportChanges.between(before.snapshot(), now);
        if (before == null || changes.isEmpty() || !tellChanges(before.sequence(), changes.get())) {
            client.call(endpoints.current(), "Report", report(now), ReportResponse.parser());
            whole = new Whole(sequence, now);
        }
    }

    /**
     * False when the control plane does not know (any more) what these are changes to.
     *
     * @throws IOException when they did not arrive; all there is is told at the next time
     */
    private boolean tellChanges(long since, NodeSnapshot changes) throws IOException, InterruptedException {
        ReportChangesRequest request = ReportChangesRequest.newBuilder()
                .setSince(since)
                .setReport(report(changes))
                .setConfirmedMs(ReportChanges.CONFIRMED.toMillis())
                .build();
        try {
            client.call(endpoints.current(), "ReportChanges", request, ReportChangesResponse.parser());
            return true;
        } catch (ConnectException refused) {
            whole = null;
            if (refused.mayPass()) {
                throw refused;
            }
            LOG.info("all there is will be told: {}", refused.toString());
            return false;
        }
    }

    private ReportRequest report(NodeSnapshot snapshot) {
        sequence++;
        return ReportWriter.write(snapshot, clock.instant()).toBuilder()
                .setNodeId(self.nodeId())
                .setBootId(self.bootId())
                .setSequence(sequence)
                .build();
    }
}
