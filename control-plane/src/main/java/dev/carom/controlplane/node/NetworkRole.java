package dev.carom.controlplane.node;

/** Whom a network connects to the balancers. */
public enum NetworkRole {
    CLIENT,
    BACKEND,
    BOTH
}
