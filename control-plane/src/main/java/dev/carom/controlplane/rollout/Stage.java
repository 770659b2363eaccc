package dev.carom.controlplane.rollout;

/** The rungs that a node climbs with a state; {@code REJECTED} leads off the ladder. */
public enum Stage {
    RECEIVED,
    APPLIED,
    /** Read back from the engines and found equal to what was compiled. */
    VERIFIED,
    REJECTED
}
