package dev.carom.controlplane.setup;

/** POSIX shell for any Linux, at once and until the next boot. The kernel's own settings come back with the undo. */
final class ShellScript {
    private ShellScript() {}

    static String of(SetupPlan plan) {
        String commands = String.join("\n", plan.undo() ? LinuxCommands.release(plan) : LinuxCommands.hold(plan));
        return (plan.undo() ? UNDO : DO)
                .formatted(
                        plan.head("It lasts until the next boot: the other formats are for good."),
                        plan.backend(),
                        plan.address(),
                        commands);
    }

    private static final String DO = """
            #!/bin/sh
            %1$s
            set -eu
            saved=/run/carom/backend-%2$s
            device=$(ip -o addr show to %3$s | awk '{ print $2; exit }')
            [ -n "$device" ] || { echo "no interface has %3$s" >&2; exit 1; }
            if [ ! -e "$saved" ]; then
              mkdir -p /run/carom
              sysctl net.ipv4.conf.all.arp_ignore net.ipv4.conf.all.arp_announce \\
                "net.ipv4.conf.$device.arp_ignore" "net.ipv4.conf.$device.arp_announce" > "$saved.new"
              mv "$saved.new" "$saved"
            fi
            # Before the address: a host that answers ARP for it draws traffic past the balancer.
            sysctl -q -w net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2 \\
              "net.ipv4.conf.$device.arp_ignore=1" "net.ipv4.conf.$device.arp_announce=2"
            %4$s
            """;

    private static final String UNDO = """
            #!/bin/sh
            %1$s
            set -eu
            saved=/run/carom/backend-%2$s
            %4$s
            if [ -e "$saved" ]; then
              sysctl -q -p "$saved"
              rm -f "$saved"
            fi
            """;
}
