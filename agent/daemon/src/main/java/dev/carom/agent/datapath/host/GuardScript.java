package dev.carom.agent.datapath.host;

import dev.carom.agent.packet.IpAddress;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The nftables table {@code netdev carom}: frames to a VIP end at ingress, before the kernel routes, redirects, resets
 * or answers. Captures see a frame before this hook does.
 */
final class GuardScript {
    static final String TABLE = "netdev carom";

    /** Before every usual chain, conntrack's included. */
    private static final int PRIORITY = -300;

    private GuardScript() {}

    /** A script that replaces the whole table in one transaction. */
    static String replace(List<String> links, Collection<IpAddress> vips) {
        SortedSet<IpAddress> sorted = new TreeSet<>(vips);
        return remove()
                + "table " + TABLE + " {\n"
                + set("vips4", "ipv4_addr", sorted, true)
                + set("vips6", "ipv6_addr", sorted, false)
                + (links.isEmpty() ? "" : chain(links))
                + "}\n";
    }

    private static String chain(List<String> links) {
        String devices = links.stream().map(GuardScript::quote).collect(Collectors.joining(", "));
        return "  chain guard {\n"
                + "    type filter hook ingress devices = { " + devices + " } priority " + PRIORITY
                + "; policy accept;\n"
                + "    ip daddr @vips4 drop\n"
                + "    ip6 daddr @vips6 drop\n"
                + "  }\n";
    }

    /** Adding first makes the deletion succeed whether or not the table is there. */
    static String remove() {
        return "table " + TABLE + " {}\ndelete table " + TABLE + "\n";
    }

    private static String set(String name, String type, SortedSet<IpAddress> vips, boolean ipv4) {
        String elements = vips.stream()
                .filter(vip -> vip.isIpv4() == ipv4)
                .map(IpAddress::toString)
                .collect(Collectors.joining(", "));
        return "  set " + name + " {\n    type " + type + "\n"
                + (elements.isEmpty() ? "" : "    elements = { " + elements + " }\n")
                + "  }\n";
    }

    private static String quote(String link) {
        return '"' + link + '"';
    }
}
