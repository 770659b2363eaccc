package dev.carom.controlplane.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.problem.InvalidResource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Every format, both ways, with its undo, against what a person has read and called right. */
class SetupScriptsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/setup");

    record Case(Format format, Way way, boolean undo) {
        String script() {
            return SetupScripts.script(plan("backend1", way, undo), format);
        }

        @Override
        public String toString() {
            return format + "-" + way + (undo ? "-undo" : "");
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(Format.values())
                .flatMap(format -> Arrays.stream(Way.values())
                        .filter(way -> way == Way.LOOPBACK || format != Format.FREEBSD && format != Format.WINDOWS)
                        .flatMap(way -> Stream.of(new Case(format, way, false), new Case(format, way, true))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheGoldenOne(Case which) throws Exception {
        assertThat(which.script()).isEqualTo(Files.readString(GOLDEN.resolve(which + ".txt")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void toolsReadIt(Case which) throws Exception {
        switch (which.format()) {
            case SHELL, NETWORKD, NETPLAN, FREEBSD -> shellcheck(which.script());
            case ANSIBLE, CLOUD_INIT ->
                assertThat((Object) new Yaml().load(which.script())).isNotNull();
            case WINDOWS -> assertThat(which.script()).contains("$ErrorActionPreference = 'Stop'");
        }
    }

    @Test
    void settingsComeBeforeTheAddress() {
        String script = new Case(Format.SHELL, Way.LOOPBACK, false).script();
        assertThat(script.indexOf("arp_ignore=1")).isPositive().isLessThan(script.indexOf("ip addr replace"));
        assertThat(script).contains("ip -6 addr replace 2001:db8:1::100/128 dev lo nodad");
    }

    @Test
    void onlyLinuxTakesPacketsForADownedInterface() {
        assertThatExceptionOfType(InvalidResource.class)
                .isThrownBy(() -> new Case(Format.WINDOWS, Way.DOWN_INTERFACE, false).script());
    }

    @Test
    void whatWouldHaveToBeEscapedDoesNotGetIn() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan("x'; reboot; '", Way.LOOPBACK, false));
        assertThatIllegalArgumentException().isThrownBy(() -> plan("two\nlines", Way.LOOPBACK, false));
    }

    private static SetupPlan plan(String name, Way way, boolean undo) {
        return new SetupPlan(
                UUID.fromString("00000000-0000-0000-0000-0000000000b1"),
                name,
                IpAddress.parse("10.0.0.21"),
                List.of(IpAddress.parse("10.0.0.100"), IpAddress.parse("2001:db8:1::100")),
                way,
                undo);
    }

    private static void shellcheck(String script) throws Exception {
        Process process = new ProcessBuilder("shellcheck", "-s", "sh", "-")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String complaints = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(complaints).isZero();
    }
}
