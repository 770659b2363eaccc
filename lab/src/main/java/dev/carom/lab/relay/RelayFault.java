package dev.carom.lab.relay;

/** What is wrong with a relay. */
public enum RelayFault {
    /** Nothing: bytes pass. */
    NONE,
    /** Connections are closed, new ones too. */
    CUT,
    /** Connections stand, and no byte passes: what a lost route looks like. */
    BLACK_HOLE
}
