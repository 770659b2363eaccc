package dev.carom.lab.topology;

/**
 * One broadcast domain with an IPv4 /24 and an IPv6 /64, both from ranges that no lab host routes elsewhere.
 *
 * @param ipv4Prefix the first three bytes, for example {@code 10.0.0}
 * @param ipv6Prefix the first 64 bits with the trailing colons, for example {@code 2001:db8:1::}
 * @param macPrefix the first five bytes of every MAC on it
 */
public record Segment(String ipv4Prefix, String ipv6Prefix, String macPrefix) {

    /** Balancers, backends and the router's inner side. */
    public static final Segment LAN = new Segment("10.0.0", "2001:db8:1::", "02:ca:00:00:01");

    /** Between the client and the router's outer side. */
    public static final Segment OUTSIDE = new Segment("198.51.100", "2001:db8:2::", "02:ca:00:00:02");

    /** The backends' own, when they have one. */
    public static final Segment INSIDE = new Segment("10.0.1", "2001:db8:3::", "02:ca:00:00:03");

    public String ipv4(int number) {
        return ipv4Prefix + "." + number;
    }

    public String ipv6(int number) {
        return ipv6Prefix + number;
    }

    public String ipv4Subnet() {
        return ipv4Prefix + ".0/24";
    }

    public String ipv6Subnet() {
        return ipv6Prefix + "/64";
    }

    String mac(HostName host) {
        return "%s:%02x".formatted(macPrefix, host.number());
    }
}
