package dev.carom.controlplane.security;

import java.io.IOException;

/** A target leads to where the control plane must not be sent. */
public final class EgressRefused extends IOException {
    private static final long serialVersionUID = 1L;

    EgressRefused(String reason) {
        super(reason);
    }
}
