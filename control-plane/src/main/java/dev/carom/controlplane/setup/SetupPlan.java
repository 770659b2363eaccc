package dev.carom.controlplane.setup;

import dev.carom.controlplane.address.IpAddress;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a server must hold to be a backend. All that goes into a script is an address, a UUID, or a name of letters,
 * digits, dots, hyphens and underscores: there is nothing to escape.
 *
 * @param undo take it away again
 */
public record SetupPlan(UUID backend, String name, IpAddress address, List<IpAddress> vips, Way way, boolean undo) {
    private static final String PLAIN = "[A-Za-z0-9._-]+";

    public SetupPlan {
        vips = List.copyOf(vips);
        if (!name.matches(PLAIN)) {
            throw new IllegalArgumentException("not a resource's name: " + name);
        }
    }

    List<IpAddress> ipv4() {
        return vips.stream().filter(vip -> !isIpv6(vip)).toList();
    }

    List<IpAddress> ipv6() {
        return vips.stream().filter(SetupPlan::isIpv6).toList();
    }

    /** The device of the IPv4 VIPs; IPv6 ones are on the loopback in either way. */
    String device() {
        return way == Way.LOOPBACK ? "lo" : "carom0";
    }

    String head(String what) {
        return "# %s %s a backend of %s. Made by Carom; run it as often as you like."
                        .formatted(
                                undo ? "Undoes what made" : "Makes",
                                name,
                                vips.stream().map(IpAddress::toString).collect(Collectors.joining(" ")))
                + (what.isEmpty() ? "" : "\n# " + what);
    }

    private static boolean isIpv6(IpAddress address) {
        return address.toString().contains(":");
    }
}
