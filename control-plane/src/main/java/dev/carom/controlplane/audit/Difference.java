package dev.carom.controlplane.audit;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a deed changed: by JSON pointer (RFC 6901) the value before and after, with secrets left out. */
public final class Difference {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|hash|credential).*");
    private static final String REDACTED = "***";

    private Difference() {}

    /** Null when nothing differs. */
    public static @Nullable String of(@Nullable JsonNode before, @Nullable JsonNode after) {
        Map<String, ObjectNode> differences = new TreeMap<>();
        compare("", before, after, differences);
        return differences.isEmpty() ? null : JSON.writeValueAsString(differences);
    }

    private static void compare(
            String pointer, @Nullable JsonNode before, @Nullable JsonNode after, Map<String, ObjectNode> differences) {
        if (before instanceof ObjectNode || after instanceof ObjectNode) {
            Set<String> names = new TreeSet<>();
            addNames(before, names);
            addNames(after, names);
            names.forEach(name -> compare(
                    pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                    property(before, name),
                    property(after, name),
                    differences));
        } else if (!same(before, after)) {
            boolean secret = SECRET.matcher(pointer.substring(pointer.lastIndexOf('/') + 1))
                    .matches();
            ObjectNode difference = JSON.createObjectNode();
            put(difference, "before", before, secret);
            put(difference, "after", after, secret);
            differences.put(pointer, difference);
        }
    }

    private static boolean same(@Nullable JsonNode before, @Nullable JsonNode after) {
        return before == null
                ? after == null || after.isNull()
                : before.equals(after) || before.isNull() && after == null;
    }

    private static void addNames(@Nullable JsonNode node, Set<String> names) {
        if (node instanceof ObjectNode object) {
            names.addAll(object.propertyNames());
        }
    }

    private static @Nullable JsonNode property(@Nullable JsonNode node, String name) {
        return node instanceof ObjectNode object ? object.get(name) : null;
    }

    private static void put(ObjectNode difference, String name, @Nullable JsonNode value, boolean secret) {
        if (value != null && !value.isNull()) {
            if (secret) {
                difference.put(name, REDACTED);
            } else {
                difference.set(name, value);
            }
        }
    }
}
