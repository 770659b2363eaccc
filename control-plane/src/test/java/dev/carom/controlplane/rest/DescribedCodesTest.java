package dev.carom.controlplane.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.DescribedCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever code the source refuses with, the OpenAPI document names; and none that the source does not have. */
class DescribedCodesTest {
    private static final Path SOURCE = Path.of("src/main/java");
    /** What a node answers is passed on. */
    private static final Path OF_NODES = Path.of("../agent/daemon/src/main/java/dev/carom/agent/controlplane");

    private static final Pattern REFUSAL = Pattern.compile(
            "(new (Conflict|InvalidParameter|InvalidResource|Violation|Unavailable|TooMany|Forbidden)|unless)\\(");
    private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9]+(_[A-Z0-9]+)+|REQUIRED)\"");

    @Test
    void theDocumentNamesEachCodeOfTheSource() throws IOException {
        Set<String> described = new DescribedCodes(Files.readString(Path.of("openapi.yaml"))).all();
        Set<String> used = new TreeSet<>();
        sources().forEach(source -> used.addAll(codes(source)));
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(described).containsAll(used);
    }

    @Test
    void everyCodeOfTheDocumentIsInTheSource() throws IOException {
        String all = String.join(
                "\n",
                sources().stream()
                        .filter(text -> !text.contains("enum Refusal "))
                        .toList());
        Set<String> described = new DescribedCodes(Files.readString(Path.of("openapi.yaml"))).all();
        // Of the framework's own refusals the code is the status.
        Set<String> ofStatuses = Set.of("BAD_REQUEST", "NOT_ACCEPTABLE", "UNSUPPORTED_MEDIA_TYPE");
        assertThat(described)
                .filteredOn(code -> !ofStatuses.contains(code))
                .allMatch(code ->
                        Pattern.compile("\\b" + code + "\\b").matcher(all).find());
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(SOURCE), Files.walk(OF_NODES))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(DescribedCodesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those among the arguments of what refuses, which end before the next statement. */
    private static Set<String> codes(String source) {
        Set<String> codes = new TreeSet<>();
        Matcher refusal = REFUSAL.matcher(source);
        while (refusal.find()) {
            int end = source.indexOf(";\n", refusal.end());
            Matcher code = CODE.matcher(source.substring(refusal.end(), end < 0 ? source.length() : end));
            while (code.find()) {
                codes.add(code.group(1));
            }
        }
        return codes;
    }
}
