package dev.carom.controlplane.pool;

import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.resource.Resource;
import dev.carom.controlplane.resource.ResourceType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a set of backends shares flows. */
@Entity
public class Pool extends Resource {
    @Enumerated(EnumType.STRING)
    private Algorithm algorithm;

    @Column(name = "affinity_ipv4_length")
    private @Nullable Integer affinityIpv4Length;

    @Column(name = "affinity_ipv6_length")
    private @Nullable Integer affinityIpv6Length;

    private @Nullable Long affinityTimeoutMs;

    @Enumerated(EnumType.STRING)
    private AllDownPolicy allDownPolicy;

    private @Nullable UUID fallbackPoolId;

    @Enumerated(EnumType.STRING)
    private OnBackendDown onBackendDown;

    private int panicThresholdPercent;
    private long drainTimeoutMs;
    private long slowStartMs;
    private @Nullable UUID healthMonitorId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Pool() {}

    @SuppressWarnings("NullAway.Init") // change() fills the rest.
    public Pool(UUID id, PoolSpec spec, Instant now) {
        super(id, spec.name(), spec.labels(), now);
        change(spec, now);
    }

    /** @throws InvalidResource if the content breaks a rule */
    public final void change(PoolSpec spec, Instant now) {
        spec.check();
        if (id().equals(spec.fallbackPoolId())) {
            throw new InvalidResource(
                    "/fallbackPoolId",
                    "FALLBACK_CHAIN",
                    "A pool cannot take over from itself: name another pool, or choose DROP or FORWARD_ALL.");
        }
        rename(spec.name(), spec.labels(), now);
        Affinity affinity = spec.affinity();
        algorithm = spec.algorithm();
        affinityIpv4Length = affinity == null ? null : affinity.ipv4PrefixLength();
        affinityIpv6Length = affinity == null ? null : affinity.ipv6PrefixLength();
        affinityTimeoutMs = affinity == null ? null : affinity.timeoutMs();
        allDownPolicy = spec.allDownPolicy();
        fallbackPoolId = spec.fallbackPoolId();
        onBackendDown = spec.onBackendDown();
        panicThresholdPercent = spec.panicThresholdPercent();
        drainTimeoutMs = spec.drainTimeoutMs();
        slowStartMs = spec.slowStartMs();
        healthMonitorId = spec.healthMonitorId();
    }

    private @Nullable Affinity affinity() {
        return affinityIpv4Length == null || affinityIpv6Length == null || affinityTimeoutMs == null
                ? null
                : new Affinity(affinityIpv4Length, affinityIpv6Length, affinityTimeoutMs);
    }

    /** When flows of a backend that begins to drain now must have ended. */
    Instant drainDeadline(Instant now) {
        return now.plusMillis(drainTimeoutMs);
    }

    public PoolSpec spec() {
        return new PoolSpec(
                name(),
                labels(),
                algorithm,
                affinity(),
                allDownPolicy,
                fallbackPoolId,
                onBackendDown,
                panicThresholdPercent,
                drainTimeoutMs,
                slowStartMs,
                healthMonitorId);
    }

    @Override
    public ResourceType type() {
        return ResourceType.POOL;
    }

    @Override
    public PoolSpec content() {
        return spec();
    }
}
