package dev.carom.controlplane.address;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An address block, written {@code 10.0.0.0/24} or {@code 2001:db8::/64}; no bit is set beyond its length. */
public record Subnet(IpAddress address, int length) {
    public Subnet {
        byte[] bytes = address.toBytes();
        if (length < 0 || length > 8 * bytes.length) {
            throw new IllegalArgumentException("a prefix length lies within 0-" + 8 * bytes.length);
        }
        for (int bit = length; bit < 8 * bytes.length; bit++) {
            if (bit(bytes, bit)) {
                throw new IllegalArgumentException("bits are set beyond the prefix length: " + address + "/" + length);
            }
        }
    }

    /** @throws IllegalArgumentException if the text is not address/length, or has bits beyond its length */
    @JsonCreator
    public static Subnet parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
            throw new IllegalArgumentException("a subnet is written address/length: " + text);
        }
        return new Subnet(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(IpAddress other) {
        byte[] mine = address.toBytes();
        byte[] theirs = other.toBytes();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            if (bit(mine, bit) != bit(theirs, bit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean bit(byte[] bytes, int index) {
        return (bytes[index / 8] >> 7 - index % 8 & 1) == 1;
    }

    @JsonValue
    @Override
    public String toString() {
        return address + "/" + length;
    }
}
