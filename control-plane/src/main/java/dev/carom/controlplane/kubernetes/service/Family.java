package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A family of IP, as Kubernetes writes it. */
enum Family {
    IPV4("IPv4", "0.0.0.0/0"),
    IPV6("IPv6", "::/0");

    private final String text;
    private final String everybody;

    Family(String text, String everybody) {
        this.text = text;
        this.everybody = everybody;
    }

    static Family of(IpAddress address) {
        return address.isIpv4() ? IPV4 : IPV6;
    }

    static Optional<Family> read(String text) {
        for (Family family : values()) {
            if (family.text.equals(text)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }

    /** Empty if the text is no address: a cluster may hold names in the same places. */
    static Optional<IpAddress> address(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(IpAddress.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The subnet of all its addresses. */
    String everybody() {
        return everybody;
    }

    @Override
    public String toString() {
        return text;
    }
}
