package dev.carom.controlplane.pool;

/** What a health monitor asks. */
public enum MonitorType {
    TCP,
    HTTP,
    HTTPS,
    UDP,
    ICMP,
    DNS
}
