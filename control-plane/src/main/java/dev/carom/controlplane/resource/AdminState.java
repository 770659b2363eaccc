package dev.carom.controlplane.resource;

/** What an operator wants of a resource; DRAINING keeps existing flows and takes no new ones. */
public enum AdminState {
    ENABLED,
    DRAINING,
    DISABLED
}
