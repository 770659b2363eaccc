package dev.carom.controlplane.pool;

/** How a new flow chooses its backend. */
public enum Algorithm {
    MAGLEV,
    ROUND_ROBIN,
    LEAST_CONNECTIONS,
    SOURCE_IP
}
