package dev.carom.lab.topology;

/** Where the backends stand. */
public enum BackendPlace {
    /** On the balancers' segment. */
    ON_SEGMENT,
    /**
     * On a segment of their own: {@code lb1} has a second interface there, and {@code lb2} reaches it tagged, through a
     * trunk.
     */
    INSIDE
}
