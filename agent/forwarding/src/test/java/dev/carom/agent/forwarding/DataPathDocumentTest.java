package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The verdict table of docs/data-path.md is the enum. */
final class DataPathDocumentTest {
    private static final Path DOCUMENT = Path.of("../../docs/data-path.md");
    private static final Map<String, String> VERDICTS =
            Map.of("FORWARDED", "Forward", "PASSED", "Pass", "ANSWERED", "Answer", "DROPPED", "Drop");

    @Test
    void listsEveryReasonInOrder() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| ") && line.contains("_packets_total"))
                .toList();
        assertThat(rows)
                .isEqualTo(Arrays.stream(Reason.values())
                        .map(DataPathDocumentTest::row)
                        .toList());
    }

    private static String row(Reason reason) {
        String kind = reason.name().substring(0, reason.name().indexOf('_'));
        String counter = kind.equals("DROPPED") ? "carom_dropped_packets_total" : "carom_decided_packets_total";
        return "| %s | `%s` | %s | `%s` |".formatted(VERDICTS.get(kind), reason, reason.meaning(), counter);
    }
}
