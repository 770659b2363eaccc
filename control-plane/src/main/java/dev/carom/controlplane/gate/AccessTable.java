package dev.carom.controlplane.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may do what: the table of {@code docs/security.md}, which the build puts beside this class. What it does not
 * list is closed.
 */
final class AccessTable {
    private static final String DOCUMENT = "security.md";
    private static final String HEAD = "| Method | Path |";

    private final List<Row> rows;

    private AccessTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** @param pattern as in the OpenAPI document, or with {@code **} at its end */
    record Row(String method, PathPattern pattern, Opening opening) {
        static Row parse(String line) {
            List<String> cells = Arrays.stream(line.split("\\|"))
                    .map(cell -> cell.strip().replace("`", ""))
                    .toList();
            PathPattern path = PathPatternParser.defaultInstance.parse(cells.get(2));
            return new Row(cells.get(1), path, Opening.parse(cells.get(3), cells.get(4)));
        }
    }

    static AccessTable ofDocument() {
        try (InputStream document = AccessTable.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new IllegalStateException(DOCUMENT + " is not beside " + AccessTable.class);
            }
            return parse(new BufferedReader(new InputStreamReader(document, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AccessTable parse(BufferedReader document) throws IOException {
        List<Row> rows = new ArrayList<>();
        boolean inside = false;
        for (String line = document.readLine(); line != null; line = document.readLine()) {
            boolean row = inside && line.startsWith("|") && !line.startsWith("|-");
            if (row) {
                rows.add(Row.parse(line));
            }
            inside = line.startsWith(HEAD) || inside && line.startsWith("|");
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException(DOCUMENT + " has no table that begins with " + HEAD);
        }
        return new AccessTable(rows);
    }

    /** The most specific row that fits; empty: closed. */
    Optional<Opening> opening(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        PathContainer segments = PathContainer.parsePath(path);
        return rows.stream()
                .filter(row -> row.method().equals(asked) && row.pattern().matches(segments))
                .min((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.pattern(), b.pattern()))
                .map(Row::opening);
    }

    List<Row> rows() {
        return rows;
    }
}
