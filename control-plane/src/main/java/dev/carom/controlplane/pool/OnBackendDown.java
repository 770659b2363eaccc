package dev.carom.controlplane.pool;

/** What happens to the flows of a backend that goes down. */
public enum OnBackendDown {
    MOVE,
    KEEP
}
