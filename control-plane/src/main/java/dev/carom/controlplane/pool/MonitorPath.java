package dev.carom.controlplane.pool;

/** Which way a probe takes: to the VIP at the backend's MAC, to the backend's own address, or both. */
public enum MonitorPath {
    DSR,
    DIRECT,
    BOTH
}
