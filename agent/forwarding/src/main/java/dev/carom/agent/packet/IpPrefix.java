package dev.carom.agent.packet;

/** An address block; {@code length} counts the bits of the address's own family (0-32 or 0-128). */
public record IpPrefix(IpAddress address, int length) {
    public IpPrefix {
        int bits = address.isIpv4() ? 32 : 128;
        if (length < 0 || length > bits) {
            throw new IllegalArgumentException("prefix length " + length + " is not within 0-" + bits);
        }
        address = mask(address, length);
    }

    /** {@code 10.0.0.0/24} or {@code 2001:db8::/64}. */
    public static IpPrefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a prefix is address/length: " + text);
        }
        return new IpPrefix(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(IpAddress other) {
        return other.isIpv4() == address.isIpv4() && mask(other, length).equals(address);
    }

    private static IpAddress mask(IpAddress address, int length) {
        int bits = address.isIpv4() ? length + 96 : length;
        long high = bits >= 64 ? -1L : bits == 0 ? 0 : -1L << 64 - bits;
        long low = bits >= 128 ? -1L : bits <= 64 ? 0 : -1L << 128 - bits;
        return new IpAddress(address.high() & high, address.low() & low);
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
