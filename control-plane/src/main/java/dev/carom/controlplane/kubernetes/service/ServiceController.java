package dev.carom.controlplane.kubernetes.service;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands for election as long as it runs, and serves one {@link Term} after another. Two that lead at once do no harm: each
 * change is a transaction on the configuration's lock, with ids that follow from the Service.
 */
final class ServiceController implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceController.class);
    private static final Duration FINISHING = Duration.ofSeconds(10);

    private final KubernetesClient cluster;
    private final Supplier<Term> terms;
    private final Timing timing;
    private final LeaseLock lease;
    private final AtomicReference<@Nullable Office> current = new AtomicReference<>();
    private final Thread candidate;
    private volatile @Nullable CompletableFuture<?> standing;
    private volatile boolean closed;

    private record Office(Term term, Thread thread) {}

    /** As in client-go: a leader that cannot renew gives up before another may take over. */
    record Timing(Duration lease, Duration renewWithin, Duration retry) {
        static final Timing USUAL = new Timing(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));
    }

    ServiceController(KubernetesClient cluster, ServiceSettings settings, Timing timing, Supplier<Term> terms) {
        this.cluster = cluster;
        this.terms = terms;
        this.timing = timing;
        this.lease = new LeaseLock(
                settings.namespace(), settings.lease(), UUID.randomUUID().toString());
        this.candidate = Thread.ofVirtual().name("service-controller").unstarted(this::stand);
    }

    void start() {
        candidate.start();
    }

    private void stand() {
        while (!closed) {
            CompletableFuture<?> election = cluster.leaderElector()
                    .withConfig(new LeaderElectionConfigBuilder()
                            .withName(lease.describe())
                            .withLock(lease)
                            .withLeaseDuration(timing.lease())
                            .withRenewDeadline(timing.renewWithin())
                            .withRetryPeriod(timing.retry())
                            .withReleaseOnCancel(true)
                            .withLeaderCallbacks(new LeaderCallbacks(this::begin, this::end, leader -> {}))
                            .build())
                    .build()
                    .start();
            standing = election;
            if (closed) {
                election.cancel(true);
            }
            // Ends when the lease was lost, or cannot be asked for; then it stands again.
            election.handle((done, failure) -> done).join();
        }
    }

    private void begin() {
        if (closed) {
            return;
        }
        LOG.info("leads the Services of this cluster ({})", lease.describe());
        Term term = terms.get();
        current.set(new Office(term, Thread.ofVirtual().name("service-term").start(term)));
    }

    private void end() {
        Office office = current.getAndSet(null);
        if (office != null) {
            LOG.warn("leads the Services of this cluster no more: the lease was lost or given back");
            office.term().end();
        }
    }

    /** Finishes what is being done for one Service, then gives the lease back: no replica need wait for its end. */
    @Override
    public void close() {
        closed = true;
        Office office = current.get();
        end();
        try {
            if (office != null && !office.thread().join(FINISHING)) {
                LOG.warn("a Service is still being settled; its transaction ends or is rolled back by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        CompletableFuture<?> election = standing;
        if (election != null) {
            election.cancel(true);
        }
    }
}
