package dev.carom.controlplane;

import dev.carom.controlplane.security.Secret;

/** By which tests are an administrator: the one place that every client of theirs takes its credential from. */
public final class AdminToken {
    public static final String VALUE = Secret.random("carom_api_");

    /** The value of the header Authorization. */
    public static final String HEADER = "Bearer " + VALUE;

    private AdminToken() {}
}
