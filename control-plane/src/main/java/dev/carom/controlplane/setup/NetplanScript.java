package dev.carom.controlplane.setup;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file for netplan, and the shell that puts it in place. */
final class NetplanScript {
    private NetplanScript() {}

    static String of(SetupPlan plan) {
        if (plan.undo()) {
            return UNDO.formatted(plan.head(""), String.join("\n", LinuxCommands.release(plan)));
        }
        String needs = plan.way() == Way.LOOPBACK ? "" : "Needs netplan 0.107 or newer, which knows dummy-devices.";
        return "#!/bin/sh\n" + plan.head(needs) + "\nset -eu\n" + SysctlFile.WRITE
                + "umask 077\ncat > /etc/netplan/90-carom.yaml <<'EOF'\n" + yaml(plan) + "EOF\nnetplan apply\n";
    }

    static String yaml(SetupPlan plan) {
        boolean loopback = plan.way() == Way.LOOPBACK;
        Stream<String> onLoopback = plan.ipv6().stream().map(vip -> vip + "/128");
        Stream<String> ipv4 = plan.ipv4().stream().map(vip -> vip + "/32");
        String addresses = list(loopback ? Stream.concat(ipv4, onLoopback) : onLoopback);
        String down = loopback
                ? ""
                : DOWN_INTERFACE.formatted(list(plan.ipv4().stream().map(vip -> vip + "/32")));
        return "network:\n  version: 2\n" + (addresses.isEmpty() ? "" : LOOPBACK.formatted(addresses)) + down;
    }

    private static String list(Stream<String> addresses) {
        return addresses.map(address -> "        - \"" + address + "\"\n").collect(Collectors.joining());
    }

    private static final String LOOPBACK = """
              ethernets:
                lo:
                  match:
                    name: lo
                  addresses:
            %s""";

    private static final String DOWN_INTERFACE = """
              dummy-devices:
                carom0:
                  activation-mode: "off"
                  addresses:
            %s""";

    private static final String UNDO = """
            #!/bin/sh
            %s
            set -eu
            rm -f /etc/netplan/90-carom.yaml /etc/sysctl.d/90-carom.conf
            netplan apply
            %s
            sysctl -q --system
            """;
}
