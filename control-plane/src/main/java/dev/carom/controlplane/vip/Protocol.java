package dev.carom.controlplane.vip;

/** The layer-4 protocols that a listener can take. */
public enum Protocol {
    TCP,
    UDP
}
