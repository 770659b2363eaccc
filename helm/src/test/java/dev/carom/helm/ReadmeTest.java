package dev.carom.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's tables are made from values.yaml: {@code npm --prefix helm run readme} makes them again. */
class ReadmeTest {
    @Test
    void tellsEveryValue(@TempDir Path directory) throws Exception {
        Path copy = Files.copy(Path.of("carom/README.md"), directory.resolve("README.md"));
        Command.run(List.of(
                        "node",
                        "node_modules/@bitnami/readme-generator-for-helm/bin/index.js",
                        "--values",
                        "carom/values.yaml",
                        "--readme",
                        copy.toString()))
                .succeeded();
        assertThat(Files.readString(copy)).isEqualTo(Files.readString(Path.of("carom/README.md")));
    }
}
