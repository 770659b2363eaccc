package dev.carom.controlplane.config;

import org.jspecify.annotations.Nullable;

/** Why a change is made, and from where; whoever takes requests knows it. */
public interface Circumstances {
    /** At most 1000 characters, in the caller's words; null if none were given. */
    @Nullable String message();

    /** The caller's IP address; null when the control plane itself acts. */
    @Nullable String sourceAddress();
}
