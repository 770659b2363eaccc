package dev.carom.controlplane.ipvs;

import dev.carom.controlplane.address.IpAddress;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads what directives say; empty when they do not say it. */
final class Values {
    private static final int PORTS = 65_536;

    private Values() {}

    static Optional<IpAddress> address(String text) {
        try {
            return Optional.of(IpAddress.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Absent is 0, which is all ports. */
    static Optional<Integer> port(String text) {
        return text.isEmpty() ? Optional.of(0) : number(text).filter(port -> port < PORTS);
    }

    static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Seconds, which may have a fraction. */
    static Optional<Long> milliseconds(String text) {
        return text.matches("\\d{1,7}(\\.\\d{1,6})?")
                ? Optional.of(new BigDecimal(text).movePointRight(3).longValue())
                : Optional.empty();
    }

    /** A netmask as 255.255.255.0, or the length of an IPv6 prefix. */
    static Optional<Integer> prefixLength(String text) {
        Optional<Integer> length = number(text).filter(bits -> bits <= 128);
        return length.isPresent() ? length : address(text).flatMap(Values::ones);
    }

    private static Optional<Integer> ones(IpAddress mask) {
        int bits = 0;
        boolean ended = false;
        for (byte each : mask.toBytes()) {
            for (int bit = 7; bit >= 0; bit--) {
                boolean one = (each >> bit & 1) == 1;
                if (one && ended) {
                    return Optional.empty();
                }
                ended |= !one;
                bits += one ? 1 : 0;
            }
        }
        return Optional.of(bits);
    }
}
