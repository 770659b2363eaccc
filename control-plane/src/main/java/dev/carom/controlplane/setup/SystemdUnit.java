package dev.carom.controlplane.setup;

import java.util.List;

/** A unit that holds the VIPs from boot to shutdown, on any Linux with systemd. */
final class SystemdUnit {
    static final String PATH = "/etc/systemd/system/carom-backend.service";

    private SystemdUnit() {}

    static String of(SetupPlan plan) {
        return """
                [Unit]
                Description=Hold the VIPs of Carom
                After=network-pre.target systemd-sysctl.service
                Before=network.target

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStartPre=/sbin/sysctl -q -p %s
                %s
                %s

                [Install]
                WantedBy=multi-user.target
                """.formatted(
                        SysctlFile.PATH,
                        lines("ExecStart", LinuxCommands.hold(plan)),
                        lines("ExecStop", LinuxCommands.release(plan)));
    }

    /** A percent sign or a dollar would mean something to systemd: a dollar is doubled, percent signs there are none. */
    private static String lines(String key, List<String> commands) {
        return commands.stream()
                .map(command -> key + "=/bin/sh -c '" + command.replace("$", "$$") + "'")
                .reduce((one, two) -> one + "\n" + two)
                .orElse("");
    }
}
