package dev.carom.controlplane.audit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How the trail is written to a file. */
public enum AuditFormat {
    /** One JSON object a line. */
    NDJSON("application/x-ndjson") {
        @Override
        public String header() {
            return "";
        }

        @Override
        public String line(AuditEntry entry) {
            return JSON.writeValueAsString(entry) + "\n";
        }
    },
    /** RFC 4180. */
    CSV("text/csv") {
        @Override
        public String header() {
            return String.join(",", COLUMNS) + "\r\n";
        }

        @Override
        public String line(AuditEntry entry) {
            return Arrays.<@Nullable Object>asList(
                                    entry.id(),
                                    entry.createdAt(),
                                    entry.actor(),
                                    entry.tokenId(),
                                    entry.address(),
                                    entry.requestId(),
                                    entry.request(),
                                    entry.outcome(),
                                    entry.action(),
                                    entry.resourceType(),
                                    entry.resourceId(),
                                    entry.resourceName(),
                                    entry.difference(),
                                    entry.revision(),
                                    entry.reason())
                            .stream()
                            .map(AuditFormat::cell)
                            .collect(Collectors.joining(","))
                    + "\r\n";
        }
    };

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> COLUMNS = List.of(
            "id",
            "createdAt",
            "actor",
            "tokenId",
            "address",
            "requestId",
            "request",
            "outcome",
            "action",
            "resourceType",
            "resourceId",
            "resourceName",
            "difference",
            "revision",
            "reason");

    private final String mediaType;

    AuditFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public abstract String header();

    public abstract String line(AuditEntry entry);

    /** A spreadsheet computes what begins like a formula: an apostrophe keeps it a text. */
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String harmless = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0)
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
