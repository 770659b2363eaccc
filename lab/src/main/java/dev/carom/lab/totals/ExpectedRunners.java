package dev.carom.lab.totals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads off the source tree which test classes must have reported: a forked JVM that dies leaves no report. */
final class ExpectedRunners {
    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", ".git", ".carom", "src");
    private static final Pattern NOT_RUN =
            Pattern.compile("^(?:public )?(?:abstract class|(?:sealed |@)?interface) ", Pattern.MULTILINE);
    private static final Pattern SLOW = Pattern.compile("@Tag\\(\"slow\"\\)");

    private ExpectedRunners() {}

    static List<Runner> of(Path root, boolean slow) {
        List<Runner> runners = new ArrayList<>();
        runners.add(new Runner("shell", root.resolve("target/shell-reports"), List.of()));
        for (Path module : modules(root)) {
            String name = root.relativize(module).toString();
            addIfExpected(
                    runners,
                    new Runner(
                            name + " (unit)",
                            module.resolve("target/surefire-reports"),
                            classes(module, "Test", slow)));
            addIfExpected(
                    runners,
                    new Runner(
                            name + " (integration)",
                            module.resolve("target/failsafe-reports"),
                            classes(module, "IT", slow)));
        }
        if (Files.exists(root.resolve("web-ui/package.json"))) {
            runners.add(new Runner("web-ui", root.resolve("web-ui/target/reports"), List.of("vitest", "browser")));
        }
        return runners;
    }

    /** A module without such tests has no such runner; its stray reports would still be counted if it had any. */
    private static void addIfExpected(List<Runner> runners, Runner runner) {
        if (!runner.expected().isEmpty() || !runner.files().isEmpty()) {
            runners.add(runner);
        }
    }

    private static List<Path> modules(Path root) {
        List<Path> modules = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    if (NOT_SOURCES.contains(directory.getFileName().toString())) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (Files.isDirectory(directory.resolve("src/test/java"))) {
                        modules.add(directory);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        modules.sort(null);
        return modules;
    }

    private static List<String> classes(Path module, String suffix, boolean slow) {
        Path sources = module.resolve("src/test/java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(suffix + ".java"))
                    .filter(file -> runs(file, slow))
                    .map(file -> sources.relativize(file).toString())
                    .map(name ->
                            name.substring(0, name.length() - ".java".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the quick tier a class that has a slow test may have nothing else, and then writes no report. */
    private static boolean runs(Path file, boolean slow) {
        try {
            String text = Files.readString(file);
            return !NOT_RUN.matcher(text).find() && (slow || !SLOW.matcher(text).find());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
