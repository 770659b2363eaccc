package dev.carom.controlplane.kubernetes.service;

import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything once, and puts in place what is not as it should be. Services are dealt with one by one: what is
 * refused to one is no other's trouble. Confined to the controller's thread.
 */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final String clusterName;
    private final Planner planner;
    private final GroundReader grounds;
    private final ExposureWriter writer;
    private final ServiceObjects objects;
    private final ServiceEvents events;

    Round(
            String clusterName,
            Planner planner,
            GroundReader grounds,
            ExposureWriter writer,
            ServiceObjects objects,
            ServiceEvents events) {
        this.clusterName = clusterName;
        this.planner = planner;
        this.grounds = grounds;
        this.writer = writer;
        this.objects = objects;
        this.events = events;
    }

    /**
     * @param leading asked before each Service: who leads no more leaves the rest to who does
     * @return whether an address may have become free, so that another look is worth while
     */
    boolean look(ClusterWatch watch, BooleanSupplier leading) {
        Ground ground = grounds.read(clusterName);
        Cluster cluster = watch.view();
        Map<String, Service> services = watch.services()
                .collect(Collectors.toMap(service -> ClaimReader.key(service).uid(), Function.identity()));
        boolean freed = clear(cluster, ground, services, leading);
        for (ServicePlan plan : planner.plan(cluster, ground)) {
            Service service = services.get(plan.service().uid());
            if (leading.getAsBoolean() && service != null) {
                freed |= settle(service, plan, ground.exposure(plan.service()));
            }
        }
        events.forgetAllBut(cluster.claims().stream().map(ServiceClaim::key).collect(Collectors.toUnmodifiableSet()));
        return freed;
    }

    /** Takes away what Services had that are gone, going, or of another class now; then lets go of them. */
    private boolean clear(Cluster cluster, Ground ground, Map<String, Service> services, BooleanSupplier leading) {
        Set<String> claimed =
                cluster.claims().stream().map(claim -> claim.key().uid()).collect(Collectors.toUnmodifiableSet());
        boolean freed = false;
        for (Map.Entry<String, Exposure> entry : ground.exposures().entrySet()) {
            if (!claimed.contains(entry.getKey()) && leading.getAsBoolean()) {
                freed |= remove(entry.getKey(), entry.getValue(), services.get(entry.getKey()));
            }
        }
        services.forEach((uid, service) -> {
            boolean free = !claimed.contains(uid) && !ground.exposures().containsKey(uid);
            if (free && ServiceObjects.isHeld(service) && leading.getAsBoolean()) {
                attempt("Service " + ClaimReader.key(service), () -> objects.release(objects.unpublish(service)));
            }
        });
        return freed;
    }

    /** @param held the Service, while its finalizer keeps it; null if it is gone */
    private boolean remove(String uid, Exposure present, @Nullable Service held) {
        String spoken = held == null ? "with uid " + uid : ClaimReader.key(held).toString();
        return attempt("the end of Service " + spoken, () -> {
            Refusal refusal = Refusal.of(() -> writer.put(
                    "Service " + spoken + " of cluster " + clusterName + " is gone", present, Exposure.NOTHING));
            if (refusal != null) {
                LOG.warn("What Service {} had cannot be removed: {}", spoken, refusal.message());
                if (held != null) {
                    events.say(ClaimReader.key(held), refusal.added(List.of()));
                }
            }
        });
    }

    private boolean settle(Service service, ServicePlan plan, Exposure present) {
        boolean[] written = {false};
        attempt("Service " + plan.service(), () -> {
            Refusal refusal = null;
            Service held = plan.exposure().equals(Exposure.NOTHING) ? service : objects.hold(service);
            if (!plan.exposure().equals(present)) {
                refusal = Refusal.of(() -> writer.put(
                        "Service " + plan.service() + " of cluster " + clusterName, present, plan.exposure()));
                written[0] = refusal == null;
            }
            if (refusal == null) {
                objects.publish(held, plan);
                events.say(plan.service(), plan.notices());
            } else {
                events.say(plan.service(), refusal.added(plan.notices()));
            }
        });
        return written[0];
    }

    /** The cluster or the database may be away, or ahead of what was read: the next round looks again. */
    private static boolean attempt(String what, Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} is not settled yet: {}", what, e.toString());
            return false;
        }
    }
}
