package dev.carom.controlplane.telemetry;

/** Told of each report that replaced its node's last one: once, and on one replica alone. */
public interface AcceptedReports {
    void replaced(NodeReport previous, NodeReport report);
}
