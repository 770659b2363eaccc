package dev.carom.lab.topology;

/** Where the client stands: step 3 goes to the default gateway, or straight to a client on the same segment. */
public enum ClientPlace {
    BEHIND_ROUTER,
    ON_SEGMENT
}
