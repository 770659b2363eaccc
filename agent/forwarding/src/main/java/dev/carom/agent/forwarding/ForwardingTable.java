package dev.carom.agent.forwarding;

/** A DesiredState compiled with health, MACs and role: immutable, swapped by one reference. */
public final class ForwardingTable {}
