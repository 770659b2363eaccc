package dev.carom.controlplane.security;

/** What somebody may do; each role may do what those before it may. */
public enum Role {
    /** Reads. */
    VIEWER,
    /** Drains, moves, probes, captures, acknowledges. */
    OPERATOR,
    /** Changes the configuration. */
    EDITOR,
    /** Decides who may do what, and hands out secrets. */
    ADMIN;

    public boolean covers(Role least) {
        return compareTo(least) >= 0;
    }
}
