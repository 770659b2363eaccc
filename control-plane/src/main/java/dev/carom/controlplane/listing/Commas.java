package dev.carom.controlplane.listing;

import dev.carom.controlplane.problem.InvalidParameter;
import java.util.ArrayList;
import java.util.List;

/** Lists with commas between the parts; commas in double quotes or parentheses belong to their part. */
final class Commas {
    private static final int LONGEST = 2_000;

    private Commas() {}

    /** @throws InvalidParameter if a part is empty, or a quote or parenthesis stays open */
    static List<String> split(String parameter, String text) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            quoted ^= at == '"';
            depth += quoted ? 0 : at == '(' ? 1 : at == ')' ? -1 : 0;
            if (at == ',' && !quoted && depth == 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        if (quoted || depth != 0 || text.length() > LONGEST || parts.contains("")) {
            throw new InvalidParameter(
                    parameter,
                    "LIST_INVALID",
                    "The parts of " + parameter + " have one comma between them, close what they open, and are at most "
                            + LONGEST + " characters together.");
        }
        return parts;
    }

    static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
