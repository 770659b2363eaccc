package dev.carom.controlplane.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Where the control plane may be sent by what people configure: never to itself, to its own link, or to the services
 * that clouds put there. Judge the resolved addresses, all of them, and connect to one that was judged: a name may
 * resolve to something else the next time.
 */
public final class EgressRule {
    /** Of clouds whose metadata service is not link-local: AWS by IPv6, Alibaba, Oracle. */
    private static final Set<String> METADATA = Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "192.0.0.192");

    private EgressRule() {}

    /** Why the address is refused; empty: it may be reached. */
    public static Optional<String> offence(InetAddress address) {
        InetAddress meant = embedded(address);
        if (meant.isLoopbackAddress() || meant.isAnyLocalAddress()) {
            return Optional.of(address.getHostAddress() + " is the control plane's own host.");
        }
        if (meant.isLinkLocalAddress()) {
            return Optional.of(address.getHostAddress() + " is link-local, where clouds serve their metadata.");
        }
        if (meant.isMulticastAddress() || meant.getHostAddress().equals("255.255.255.255")) {
            return Optional.of(address.getHostAddress() + " is no single host.");
        }
        return METADATA.contains(meant.getHostAddress())
                ? Optional.of(address.getHostAddress() + " is a cloud's metadata service.")
                : Optional.empty();
    }

    /** The IPv4 address within an IPv6 one: mapped or compatible (RFC 4291), translated (RFC 6052), 6to4 (RFC 3056). */
    private static InetAddress embedded(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b)
                || isZero(bytes, 0, 10) && !isZero(bytes, 12, 16) && !isLoopback(bytes)) {
            return ipv4(bytes, 12);
        }
        return startsWith(bytes, 0x20, 0x02) ? ipv4(bytes, 2) : address;
    }

    private static boolean isLoopback(byte[] bytes) {
        return isZero(bytes, 0, 15) && bytes[15] == 1;
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress ipv4(byte[] bytes, int offset) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, offset, offset + 4));
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
