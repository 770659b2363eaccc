package dev.carom.controlplane.setup;

import dev.carom.controlplane.address.IpAddress;
import java.util.ArrayList;
import java.util.List;

/** The commands of iproute2, and the kernel settings, that several formats share. */
final class LinuxCommands {
    /** Quiet about the VIP before it is there: a host that answers ARP for it draws traffic past the balancer. */
    static final String SETTINGS = """
            net.ipv4.conf.all.arp_ignore = 1
            net.ipv4.conf.all.arp_announce = 2
            net.ipv4.conf.default.arp_ignore = 1
            net.ipv4.conf.default.arp_announce = 2
            """;

    private static final String MAKE_DOWN_INTERFACE =
            "ip link show carom0 >/dev/null 2>&1 || ip link add carom0 type dummy 2>/dev/null"
                    + " || ip link add carom0 type veth peer name carom0peer";

    private LinuxCommands() {}

    static List<String> hold(SetupPlan plan) {
        List<String> commands = new ArrayList<>();
        if (plan.way() == Way.DOWN_INTERFACE) {
            commands.add(MAKE_DOWN_INTERFACE);
            commands.add("ip link set dev carom0 down");
        }
        for (IpAddress vip : plan.ipv4()) {
            commands.add("ip addr replace %s/32 dev %s".formatted(vip, plan.device()));
        }
        for (IpAddress vip : plan.ipv6()) {
            commands.add("ip -6 addr replace %s/128 dev lo nodad".formatted(vip));
        }
        return commands;
    }

    /** Each is harmless where there is nothing to take away. */
    static List<String> release(SetupPlan plan) {
        List<String> commands = new ArrayList<>();
        for (IpAddress vip : plan.ipv4()) {
            commands.add(("[ -z \"$(ip -o -4 addr show dev %2$s to %1$s/32 2>/dev/null)\" ]"
                            + " || ip addr del %1$s/32 dev %2$s")
                    .formatted(vip, plan.device()));
        }
        for (IpAddress vip : plan.ipv6()) {
            commands.add("[ -z \"$(ip -o -6 addr show dev lo to %1$s/128)\" ] || ip -6 addr del %1$s/128 dev lo"
                    .formatted(vip));
        }
        if (plan.way() == Way.DOWN_INTERFACE) {
            commands.add("[ -z \"$(ip -o link show dev carom0 2>/dev/null)\" ] || ip link del carom0");
        }
        return commands;
    }

    static String indented(String text, int spaces) {
        return text.indent(spaces).stripTrailing();
    }
}
