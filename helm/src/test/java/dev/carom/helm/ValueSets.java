package dev.carom.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The value sets that the chart is tried with: one file each, valid or invalid. */
final class ValueSets {
    private static final Path DIRECTORY = Path.of("src/test/resources/values");

    private ValueSets() {}

    static List<Path> valid() {
        return in("valid");
    }

    /** The first line of each is a comment with a part of the sentence that refuses it. */
    static List<Path> invalid() {
        return in("invalid");
    }

    static String name(Path values) {
        return values.getFileName().toString().replace(".yaml", "");
    }

    static String refusal(Path invalid) throws IOException {
        return Files.readAllLines(invalid).getFirst().replaceFirst("^# ", "");
    }

    private static List<Path> in(String kind) {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve(kind))) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
