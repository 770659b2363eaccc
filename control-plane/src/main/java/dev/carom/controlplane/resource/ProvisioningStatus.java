package dev.carom.controlplane.resource;

/** Whether what is configured stands on the nodes; computed from what they acknowledged, never stored. */
public enum ProvisioningStatus {
    /** Every node that is to have it has read it back from its engines. */
    ACTIVE,
    /** On its way; it ends in ACTIVE or ERROR. */
    PENDING,
    /** A node refused it, left it out, or did not take it in time. */
    ERROR
}
