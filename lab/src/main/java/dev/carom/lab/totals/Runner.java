package dev.carom.lab.totals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that runs tests and leaves JUnit XML in a directory.
 *
 * @param name as printed
 * @param reports the directory of its {@code *.xml}; it may be absent
 * @param expected what must have a report: full class names, or empty when any report at all will do
 */
record Runner(String name, Path reports, List<String> expected) {

    List<Path> files() {
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(reports)) {
            return entries.filter(Runner::isReport).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The expected classes without a report, or the runner itself when it wrote nothing at all. */
    List<String> missing() {
        List<String> written =
                files().stream().map(file -> file.getFileName().toString()).toList();
        if (expected.isEmpty()) {
            return written.isEmpty() ? List.of(name) : List.of();
        }
        return expected.stream()
                .filter(type -> written.stream().noneMatch(file -> reportsOn(file, type)))
                .toList();
    }

    private static boolean reportsOn(String file, String type) {
        return file.equals("TEST-" + type + ".xml") || file.startsWith("TEST-" + type + "$");
    }

    /** Failsafe's own summary lies beside its reports and has no test cases. */
    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".xml") && !name.equals("failsafe-summary.xml");
    }
}
