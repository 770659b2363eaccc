package dev.carom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as the rows of a table; each is printed as it comes. */
final class Figures {
    private final List<String> rows = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    void add(String what, Object value) {
        rows.add("| " + what + " | " + value + " |");
        System.out.println(what + ": " + value);
    }

    /** A claim that fails the run, as times alone do not. */
    void ratio(String what, Timings own, Timings raw, double most) {
        double ratio = own.percentile(50) / raw.percentile(50);
        add(what, String.format(Locale.ROOT, "%.1f at p50, at most %.0f", ratio, most));
        if (ratio > most) {
            broken.add(what + " is " + ratio);
        }
    }

    List<String> broken() {
        return List.copyOf(broken);
    }

    void write(Path file) {
        List<String> lines = new ArrayList<>(List.of("## The API", "", "| | |", "|---|---|"));
        lines.addAll(rows);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
