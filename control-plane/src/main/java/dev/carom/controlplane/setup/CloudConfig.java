package dev.carom.controlplane.setup;

/** User data for cloud-init: a server that boots with it is a backend. */
final class CloudConfig {
    private CloudConfig() {}

    static String of(SetupPlan plan) {
        return plan.undo()
                ? UNDO.formatted(plan.head(""), SystemdUnit.PATH, SysctlFile.PATH)
                : DO.formatted(
                        plan.head(""),
                        SysctlFile.PATH,
                        LinuxCommands.indented(LinuxCommands.SETTINGS, 6),
                        SystemdUnit.PATH,
                        LinuxCommands.indented(SystemdUnit.of(plan), 6));
    }

    private static final String DO = """
            #cloud-config
            %s
            write_files:
              - path: %s
                permissions: "0644"
                content: |
            %s
              - path: %s
                permissions: "0644"
                content: |
            %s
            runcmd:
              - [systemctl, daemon-reload]
              - [systemctl, enable, --now, carom-backend.service]
            """;

    private static final String UNDO = """
            #cloud-config
            %s
            runcmd:
              - [systemctl, disable, --now, carom-backend.service]
              - [rm, -f, %s, %s]
              - [systemctl, daemon-reload]
            """;
}
