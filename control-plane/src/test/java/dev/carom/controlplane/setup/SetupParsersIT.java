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
import org.junit.jupiter.params.provider.MethodSource;

/** The tools that the scripts are for read them; a tool that this host lacks is a skip with its name. */
@Tag("slow")
class SetupParsersIT {
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

    /** netplan 1.0 and older know no dummy devices. */
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

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void reads(String tool, String... arguments) throws Exception {
        assumeTrue(isThere(tool), "this host lacks " + tool);
        List<String> command =
                Stream.concat(Stream.of(tool), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
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
