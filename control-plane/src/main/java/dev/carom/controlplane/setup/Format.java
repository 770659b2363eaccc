package dev.carom.controlplane.setup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a server is configured by. */
public enum Format {
    /** At once, until the next boot. */
    SHELL,
    NETWORKD,
    NETPLAN,
    ANSIBLE,
    CLOUD_INIT,
    FREEBSD,
    WINDOWS;

    /** As in a query: {@code cloud-init}. */
    public static Optional<Format> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
