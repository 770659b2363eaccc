package dev.carom.lab.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that people wrote: everything in the clone but what builds and tools put there. */
record Repository(Path root, List<Path> files) {
    private static final Set<String> NOT_WRITTEN =
            Set.of("target", "node_modules", ".git", ".carom", ".idea", ".vscode");
    private static final Set<String> BINARY = Set.of("bin", "png", "pcap", "jar", "ico", "woff2", "gz");

    /** The clone this module stands in. */
    static Repository own() {
        Path root = Path.of("..").toAbsolutePath().normalize();
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return NOT_WRITTEN.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(root.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(null);
        return new Repository(root, List.copyOf(files));
    }

    Stream<Path> text() {
        return files.stream().filter(file -> !BINARY.contains(extension(file)));
    }

    Stream<Path> java() {
        return files.stream().filter(file -> extension(file).equals("java"));
    }

    List<String> lines(Path file) {
        try {
            return Files.readString(root.resolve(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Every line in which the pattern is found, as {@code file:line: text}. */
    List<String> found(Pattern pattern, Predicate<Path> in) {
        List<String> hits = new ArrayList<>();
        text().filter(in).forEach(file -> {
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    hits.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
                }
            }
        });
        return hits;
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
