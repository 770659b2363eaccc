package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.security.Caller;
import dev.carom.controlplane.security.CallerAuthentication;
import dev.carom.controlplane.security.Grant;
import dev.carom.controlplane.security.Reach;
import dev.carom.controlplane.security.Role;
import dev.carom.controlplane.security.Scope;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;

/** One time of leading: begins when the lease is this replica's, ends when it is not. A thread of its own runs it. */
final class Term implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Term.class);
    /** A busy cluster changes all the time; nobody waits for a VIP that impatiently. */
    private static final Duration BREATH = Duration.ofMillis(200);

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final KubernetesClient cluster;
    private final Round round;
    private final Duration resync;
    private final Caller actor;
    private final Semaphore wake = new Semaphore(1);
    private volatile boolean over;

    Term(KubernetesClient cluster, Round round, String clusterName, Duration resync) {
        this.cluster = cluster;
        this.round = round;
        this.resync = resync;
        this.actor = new Caller(
                Caller.Kind.CLUSTER,
                new UUID(0, 0),
                Identity.owner(clusterName),
                List.of(new Grant(Role.EDITOR, Scope.EVERYTHING)),
                false);
    }

    /** Returns at once; what is being done for one Service is done to its end. */
    void end() {
        over = true;
        wake.release();
    }

    @Override
    public void run() {
        SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(actor, Reach.EVERYTHING));
        try {
            while (!over) {
                watch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void watch() throws InterruptedException {
        try (ClusterWatch watch = new ClusterWatch(cluster, wake::release)) {
            while (!over) {
                look(watch);
            }
        } catch (KubernetesClientException e) {
            LOG.warn("The cluster cannot be watched: {}", e.getMessage());
            Thread.sleep(RETRY);
        }
    }

    private void look(ClusterWatch watch) throws InterruptedException {
        if (wake.tryAcquire(resync.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
        try {
            if (!over && round.look(watch, () -> !over)) {
                wake.release();
            }
        } catch (RuntimeException e) {
            LOG.warn("Services are not settled; the next look is in {} at the latest: {}", resync, e.toString());
        }
        Thread.sleep(BREATH);
    }
}
