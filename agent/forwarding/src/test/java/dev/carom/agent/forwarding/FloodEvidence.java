package dev.carom.agent.forwarding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes what the long floods measured, for the report of the slow tests. */
final class FloodEvidence {
    private static final Path FILE = Path.of("target", "evidence", "floods.md");
    private static final String HEAD = """
        ## Floods against remembered flows

        The decision core alone: a table for 65,536 flows, and a change of the forwarding table halfway.

        | flood | tuples | protected flows | lost | process grew by | allocated |
        |---|---|---|---|---|---|
        """;

    private FloodEvidence() {}

    /** {@code growth} and {@code allocated} in bytes. */
    record Row(FloodTest.Kind kind, int tuples, int flows, long lost, long growth, long allocated) {}

    static void add(Row row) throws IOException {
        Files.createDirectories(FILE.getParent());
        if (Files.notExists(FILE)) {
            Files.writeString(FILE, HEAD);
        }
        String line = "| %s | %,d | %,d | %d | %,d kB | %,d bytes |%n"
                .formatted(row.kind(), row.tuples(), row.flows(), row.lost(), row.growth() / 1024, row.allocated());
        Files.writeString(FILE, line, StandardOpenOption.APPEND);
    }
}
