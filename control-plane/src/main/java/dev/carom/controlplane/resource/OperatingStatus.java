package dev.carom.controlplane.resource;

/** Whether it serves clients now, as far as that is known: what nobody has said lately is UNKNOWN. */
public enum OperatingStatus {
    ONLINE,
    /** It serves, with less than it was given. */
    DEGRADED,
    DRAINING,
    OFFLINE,
    /** Nobody was asked to probe it. */
    NO_MONITOR,
    UNKNOWN
}
