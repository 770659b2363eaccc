package dev.carom.controlplane.setup;

import java.util.stream.Collectors;

/** Files for systemd-networkd, and the shell that puts them in place. */
final class NetworkdScript {
    private NetworkdScript() {}

    static String of(SetupPlan plan) {
        if (plan.undo()) {
            return UNDO.formatted(plan.head(""), String.join("\n", LinuxCommands.release(plan)));
        }
        return DO.formatted(plan.head("")) + SysctlFile.WRITE + files(plan) + RELOAD;
    }

    private static String files(SetupPlan plan) {
        String loopback = "cat > /etc/systemd/network/10-carom-loopback.network <<'EOF'\n[Match]\nName=lo\n"
                + (plan.way() == Way.LOOPBACK ? ipv4(plan) : "")
                + plan.ipv6().stream()
                        .map(vip -> "\n[Address]\nAddress=%s/128\nDuplicateAddressDetection=none\n".formatted(vip))
                        .collect(Collectors.joining())
                + "EOF\n";
        return plan.way() == Way.LOOPBACK ? loopback : loopback + DOWN_INTERFACE.formatted(ipv4(plan));
    }

    private static String ipv4(SetupPlan plan) {
        return plan.ipv4().stream()
                .map(vip -> "\n[Address]\nAddress=%s/32\n".formatted(vip))
                .collect(Collectors.joining());
    }

    private static final String DO = """
            #!/bin/sh
            %s
            set -eu
            """;

    private static final String DOWN_INTERFACE = """
            cat > /etc/systemd/network/10-carom.netdev <<'EOF'
            [NetDev]
            Name=carom0
            Kind=dummy
            EOF
            cat > /etc/systemd/network/10-carom.network <<'EOF'
            [Match]
            Name=carom0

            [Link]
            ActivationPolicy=always-down
            %sEOF
            """;

    private static final String RELOAD = "networkctl reload\n";

    private static final String UNDO = """
            #!/bin/sh
            %s
            set -eu
            rm -f /etc/systemd/network/10-carom-loopback.network /etc/systemd/network/10-carom.network \\
              /etc/systemd/network/10-carom.netdev /etc/sysctl.d/90-carom.conf
            networkctl reload
            %s
            sysctl -q --system
            """;
}
