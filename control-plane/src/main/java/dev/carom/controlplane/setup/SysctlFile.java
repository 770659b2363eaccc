package dev.carom.controlplane.setup;

/** The kernel settings, kept across boots. */
final class SysctlFile {
    static final String PATH = "/etc/sysctl.d/90-carom.conf";

    static final String WRITE =
            "cat > " + PATH + " <<'EOF'\n" + LinuxCommands.SETTINGS + "EOF\nsysctl -q -p " + PATH + "\n";

    private SysctlFile() {}
}
