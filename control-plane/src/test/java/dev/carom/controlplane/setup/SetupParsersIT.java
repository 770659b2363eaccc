package dev.carom.controlplane.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.carom.controlplane.address.IpAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tools that the scripts are for read them; a tool that this host lacks is a skip with its name. */
@Tag("slow")
class SetupParsersIT {
    private static final String NETWORKD = "/lib/systemd/systemd-networkd";

    /**
     * What the script writes to and the daemon reads is in memory; without a message bus nothing is reloaded, and sysctls
     * that are not of a network namespace are left alone.
     */
    private static final String NETWORKD_STAGE = """
            set -eu
            mount --make-rprivate /
            for each in /run /etc/systemd/network /etc/sysctl.d; do mount -t tmpfs none $each; done
            mount -t sysfs -o ro sysfs /sys
            mkdir -p /run/systemd/netif/links /run/systemd/netif/leases /run/bin
            chown -R systemd-network:systemd-network /run/systemd/netif
            for each in networkctl sysctl; do ln -s /bin/true /run/bin/$each; done
            ip link set lo up
            PATH=/run/bin:$PATH sh "$1"
            SYSTEMD_LOG_TARGET=console /lib/systemd/systemd-networkd 2>&1 & daemon=$!
            for each in $(seq 100); do
              if ip -6 address show dev lo | grep -q 2001:db8:1::100; then break; fi
              sleep 0.1
            done
            kill $daemon
            wait $daemon || true
            ip -oneline address
            """;

    @TempDir
    private Path folder;

    record Case(Way way, boolean undo) {}

    static Stream<Case> cases() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(new Case(way, false), new Case(way, true)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ansibleReadsThePlaybook(Case which) throws Exception {
        Path playbook = write("playbook.yml", SetupScripts.script(plan(which.way(), which.undo()), Format.ANSIBLE));
        reads("ansible-playbook", "--syntax-check", "-i", "backend1,", playbook.toString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void cloudInitReadsTheConfiguration(Case which) throws Exception {
        Path configuration =
                write("user-data", SetupScripts.script(plan(which.way(), which.undo()), Format.CLOUD_INIT));
        reads("cloud-init", "schema", "--config-file", configuration.toString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void systemdReadsTheUnit(Case which) throws Exception {
        SetupPlan plan = plan(which.way(), false);
        Path unit = write("carom-backend.service", SystemdUnit.of(plan));
        reads("systemd-analyze", "verify", unit.toString());
    }

    /** Dummy devices came with netplan 0.107, and Debian 12 has 0.106. */
    @Test
    void netplanMakesNetworkFilesOfIt() throws Exception {
        Path netplan = Files.createDirectories(folder.resolve("etc/netplan")).resolve("90-carom.yaml");
        Files.writeString(netplan, NetplanScript.yaml(plan(Way.LOOPBACK, false)));
        Files.setPosixFilePermissions(netplan, PosixFilePermissions.fromString("rw-------"));
        reads("/usr/libexec/netplan/generate", "--root-dir", folder.toString());
        assertThat(folder.resolve("run/systemd/network/10-netplan-lo.network"))
                .content()
                .contains("Address=10.0.0.100/32", "Address=2001:db8:1::100/128");
    }

    /** In namespaces of its own, where the script puts its files; the daemon says what it does not know of them. */
    @ParameterizedTest
    @EnumSource
    @Tag("lab")
    void networkdConfiguresTheLoopbackByItsFiles(Way way) throws Exception {
        Path script = write("networkd.sh", SetupScripts.script(plan(way, false), Format.NETWORKD));
        Path stage = write("stage.sh", NETWORKD_STAGE);
        String said =
                reads(NETWORKD, List.of("unshare", "--net", "--mount", "sh", stage.toString(), script.toString()));
        assertThat(said)
                .contains("lo: Configuring with /etc/systemd/network/10-carom-loopback.network")
                .doesNotContainPattern("/etc/systemd/network/\\S+ ?.*(Unknown|ignoring|Failed|Invalid)")
                .contains("2001:db8:1::100/128");
        if (way == Way.LOOPBACK) {
            assertThat(said).contains("10.0.0.100/32");
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void reads(String tool, String... arguments) throws Exception {
        reads(tool, Stream.concat(Stream.of(tool), Stream.of(arguments)).toList());
    }

    /** Returns what the command said; {@code tool} is what it needs of the host. */
    private String reads(String tool, List<String> command) throws Exception {
        assumeTrue(isThere(tool), "this host lacks " + tool);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static boolean isThere(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(Path::of)
                .anyMatch(directory -> Files.isExecutable(directory.resolve(tool)));
    }

    private static SetupPlan plan(Way way, boolean undo) {
        return new SetupPlan(
                UUID.fromString("00000000-0000-0000-0000-0000000000b1"),
                "backend1",
                IpAddress.parse("10.0.0.21"),
                List.of(IpAddress.parse("10.0.0.100"), IpAddress.parse("2001:db8:1::100")),
                way,
                undo);
    }
}
