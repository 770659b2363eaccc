package dev.carom.controlplane.setup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a backend holds the VIP. */
public enum Way {
    LOOPBACK,
    /** An alias on an interface that is kept administratively down: for IPv4, as IPv6 takes no address there. */
    DOWN_INTERFACE;

    public static Optional<Way> named(String name) {
        return Arrays.stream(values())
                .filter(way -> way.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
