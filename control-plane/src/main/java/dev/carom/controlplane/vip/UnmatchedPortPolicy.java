package dev.carom.controlplane.vip;

/** What a client meets on a port without a listener: silence, or a RST or port unreachable. */
public enum UnmatchedPortPolicy {
    DROP,
    REJECT
}
