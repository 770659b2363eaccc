package dev.carom.controlplane.pool;

/** What happens to flows while no backend of a pool is up. */
public enum AllDownPolicy {
    DROP,
    FORWARD_ALL,
    FALLBACK
}
