package dev.carom.lab.totals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The committed list of what a machine cannot mend: a skip whose reason begins so is no failure under CI. */
record AllowedSkips(List<String> reasons) {

    /** One reason a line; empty lines and lines that begin with # are comments. An absent file allows nothing. */
    static AllowedSkips read(Path file) {
        if (!Files.exists(file)) {
            return new AllowedSkips(List.of());
        }
        try {
            return new AllowedSkips(Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean allows(String reason) {
        return reasons.stream().anyMatch(reason::startsWith);
    }
}
