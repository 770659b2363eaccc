package dev.carom.agent.forwarding.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No exception, no access out of bounds, no input that takes forever. {@code ./carom fuzz --minutes N} runs the same for
 * longer, by the system property {@code carom.fuzz.seconds} for each target.
 */
final class FuzzTest {
    private static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();
    /** By number, so that a busy machine tries no less. */
    private static final int INPUTS = 5_000;

    private static final Optional<Long> SECONDS = Optional.ofNullable(Long.getLong("carom.fuzz.seconds"));

    @ParameterizedTest
    @EnumSource
    void nothingThatComesBreaksTheForwarder(FuzzTarget target) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(FOLDER.resolve(target.folder()));
        String bound = SECONDS.map(seconds -> "-max_total_time=" + seconds).orElse("-runs=" + INPUTS);
        FuzzRun.Outcome outcome = new FuzzRun(target, bound, folder).run();
        assertThat(outcome.exitCode())
                .as("Jazzer on %s: the failing input lies in %s\n%s", target, folder, Files.readString(outcome.log()))
                .isZero();
        assertThat(outcome.inputs().orElse(0))
                .as("inputs tried")
                .isGreaterThanOrEqualTo(SECONDS.isPresent() ? 1 : INPUTS);
        assertThat(outcome.covered().orElse(0)).as("edges covered").isGreaterThan(100);
        report(target, outcome);
    }

    private static void report(FuzzTarget target, FuzzRun.Outcome outcome) throws IOException {
        String line = "%s %d %d\n"
                .formatted(
                        target.folder(),
                        outcome.inputs().orElseThrow(),
                        outcome.covered().orElseThrow());
        Files.writeString(FOLDER.resolve(target.folder() + ".result"), line);
    }
}
