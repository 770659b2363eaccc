package dev.carom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real helm command takes the chart. */
class HelmCommandTest {
    static List<Path> main() {
        return GoldenRenderingTest.main();
    }

    @Test
    void isHelmFour() throws Exception {
        assertThat(Command.helm("version", "--short").succeeded()).startsWith("v4.");
    }

    @ParameterizedTest
    @MethodSource("main")
    void wouldInstall(Path values) throws Exception {
        String notes = Command.helm("install", "lb", "carom", "--dry-run=client", "--values", values.toString())
                .succeeded();
        assertThat(notes).contains("STATUS: pending-install", "strictARP", "rollout status");
    }

    @Test
    void packages(@TempDir Path target) throws Exception {
        Command.helm("package", "carom", "--destination", target.toString()).succeeded();
        assertThat(target.resolve("carom-0.1.0.tgz")).isNotEmptyFile();
    }
}
