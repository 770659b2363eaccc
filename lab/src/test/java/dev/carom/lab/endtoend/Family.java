package dev.carom.lab.endtoend;

import dev.carom.lab.Host;
import dev.carom.lab.topology.Segment;
import java.util.Locale;

/** What holds for IPv4 is shown for IPv6 too. */
enum Family {
    IPV4,
    IPV6;

    /** An address of the balancers' segment. */
    String vip(int number) {
        return this == IPV4 ? Segment.LAN.ipv4(number) : Segment.LAN.ipv6(number);
    }

    String addressOf(Host host) {
        return this == IPV4 ? host.ipv4() : host.ipv6();
    }

    /** The name of a service of this family. */
    String named(String name) {
        return name + "-" + name().toLowerCase(Locale.ROOT);
    }

    String url(String vip, int port) {
        return (this == IPV4 ? "http://%s:%d/" : "http://[%s]:%d/").formatted(vip, port);
    }
}
