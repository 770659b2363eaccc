package dev.carom.agent.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The files below {@code announcements/}: what a node says of its VIPs, frame by frame, and when. */
class AnnouncementVectorsTest {

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException, URISyntaxException {
        return files().stream().map(file -> DynamicTest.dynamicTest(file.getFileName() + "", () -> run(file)));
    }

    @Test
    void bothFamiliesHaveTheSameVectors() throws IOException, URISyntaxException {
        List<String> names =
                files().stream().map(file -> file.getFileName().toString()).toList();
        assertThat(names)
                .hasSizeGreaterThanOrEqualTo(14)
                .allSatisfy(name -> assertThat(names)
                        .contains(name.contains("-v4") ? name.replace("-v4", "-v6") : name.replace("-v6", "-v4")));
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(AnnouncementVectorsTest.class.getResource("/announcements"))
                .toURI());
        try (Stream<Path> files = Files.list(root)) {
            return files.sorted().toList();
        }
    }

    private static void run(Path file) throws IOException {
        AnnouncementVector vector = AnnouncementVector.read(file);
        AnnouncementRun run = new AnnouncementRun(vector.segments());
        vector.steps().forEach(run::take);
    }
}
