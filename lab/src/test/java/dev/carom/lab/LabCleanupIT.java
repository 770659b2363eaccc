package dev.carom.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.process.Command;
import dev.carom.lab.process.LabProcess;
import dev.carom.lab.process.ProcessIdentity;
import dev.carom.lab.topology.ClientPlace;
import dev.carom.lab.topology.HostName;
import dev.carom.lab.topology.Layout;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing of a lab outlives its owner for long, and nobody removes a living one. */
@Tag("lab")
class LabCleanupIT {

    @Test
    void closingRemovesNamespacesAndProcesses() {
        Lab lab = Lab.start(LabOptions.defaults());
        LabProcess sleeper = lab.host(HostName.BACKEND1).start("sleep", List.of("sleep", "1000"), Map.of());
        assertThat(namespaces()).contains("carom-" + lab.id() + "-client");

        lab.close();

        assertThat(namespaces()).doesNotContain("carom-" + lab.id() + "-");
        assertThat(sleeper.isAlive()).isFalse();
    }

    @Test
    void linksNeverAppearOnTheMachineItself() {
        try (Lab lab = Lab.start(LabOptions.defaults())) {
            assertThat(Command.of("ip", "-br", "link").require()).doesNotContain("c" + lab.id());
        }
    }

    @Test
    void twoLabsLiveSideBySide() {
        try (Lab first = Lab.start(LabOptions.defaults());
                Lab second =
                        Lab.start(LabOptions.defaults().withLayout(Layout.USUAL.withClient(ClientPlace.ON_SEGMENT)))) {
            for (Lab lab : List.of(first, second)) {
                assertThat(lab.host(HostName.CLIENT)
                                .run(
                                        "ping",
                                        "-c",
                                        "1",
                                        "-W",
                                        "2",
                                        lab.host(HostName.BACKEND3).ipv4())
                                .succeeded())
                        .isTrue();
            }
        }
    }

    @Test
    void nextLabRemovesWhatAKilledRunLeft() throws Exception {
        Process run = startAbandonedRun();
        String id;
        ProcessIdentity sleeper;
        try (var output = new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
            id = output.readLine();
            sleeper = ProcessIdentity.parse(output.readLine());
        }
        try (Lab living = Lab.start(LabOptions.defaults())) {
            assertThat(namespaces()).contains("carom-" + id + "-client", "carom-" + living.id() + "-client");
        }
        run.destroyForcibly().waitFor();
        assertThat(sleeper.isAlive()).isTrue();

        try (Lab next = Lab.start(LabOptions.defaults())) {
            assertThat(namespaces()).doesNotContain("carom-" + id + "-").contains("carom-" + next.id() + "-client");
        }
        assertThat(sleeper.isAlive()).isFalse();
    }

    private static Process startAbandonedRun() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedRun.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String namespaces() {
        return Command.of("ip", "netns", "list").require();
    }
}
