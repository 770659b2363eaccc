package dev.carom.controlplane.setup;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** rc.conf by sysrc(8). FreeBSD answers ARP for addresses of the asked interface alone: a loopback is quiet by itself. */
final class FreeBsdScript {
    private FreeBsdScript() {}

    static String of(SetupPlan plan) {
        String aliases = Stream.concat(
                        plan.ipv4().stream().map(vip -> "inet " + vip + "/32"),
                        plan.ipv6().stream().map(vip -> "inet6 " + vip + "/128"))
                .collect(Collectors.joining(" "));
        return plan.undo() ? UNDO.formatted(plan.head("")) : DO.formatted(plan.head(""), aliases);
    }

    /** An interface of our own, so that what lo0 has stays as it is. */
    private static final String DO = """
            #!/bin/sh
            %s
            set -eu
            sysrc cloned_interfaces+="lo7469"
            sysrc ifconfig_lo7469="up"
            sysrc ifconfig_lo7469_aliases="%s"
            service netif cloneup
            service netif restart lo7469
            """;

    private static final String UNDO = """
            #!/bin/sh
            %s
            set -eu
            sysrc -i cloned_interfaces-="lo7469"
            sysrc -ix ifconfig_lo7469
            sysrc -ix ifconfig_lo7469_aliases
            ifconfig lo7469 destroy 2>/dev/null || true
            """;
}
