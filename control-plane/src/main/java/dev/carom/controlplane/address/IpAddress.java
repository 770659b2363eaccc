package dev.carom.controlplane.address;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.Inet4Address;
import java.net.InetAddress;

/** An IPv4 or IPv6 address without a zone; its text is canonical (RFC 5952). */
public record IpAddress(InetAddress value) {
    /**
     * Reads a literal; names are never resolved.
     *
     * @throws IllegalArgumentException if the text is no literal, or carries a zone
     */
    @JsonCreator
    public static IpAddress parse(String literal) {
        if (literal.indexOf('%') >= 0) {
            throw new IllegalArgumentException("an address with a zone means something on one host only: " + literal);
        }
        if (literal.indexOf(':') < 0 && literal.chars().filter(c -> c == '.').count() != 3) {
            throw new IllegalArgumentException("an IPv4 address has four numbers: " + literal);
        }
        return new IpAddress(InetAddress.ofLiteral(literal));
    }

    /** PostgreSQL's text of an {@code inet} that is one host: it may carry the full prefix length. */
    public static IpAddress ofInet(String text) {
        int slash = text.indexOf('/');
        return parse(slash < 0 ? text : text.substring(0, slash));
    }

    public boolean isIpv4() {
        return value instanceof Inet4Address;
    }

    /** 255.255.255.255. */
    public boolean isBroadcast() {
        byte[] bytes = toBytes();
        return bytes.length == 4 && (bytes[0] & bytes[1] & bytes[2] & bytes[3]) == -1;
    }

    /** What no host can use as its own: 0.0.0.0/8, 240.0.0.0/4 with broadcast, and {@code ::}. */
    public boolean isReserved() {
        int first = toBytes()[0] & 0xff;
        return value.isAnyLocalAddress() || isIpv4() && (first == 0 || first >= 240);
    }

    /** Four or sixteen bytes in network order. */
    public byte[] toBytes() {
        return value.getAddress();
    }

    @JsonValue
    @Override
    public String toString() {
        return isIpv4() ? value.getHostAddress() : Ipv6Text.of(toBytes());
    }
}
