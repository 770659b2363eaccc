package dev.carom.controlplane.api;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes documents from the schemas of the OpenAPI document: such as they ask for, and spoiled ones. */
final class Specimens {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 6;

    /** As JSON: of every type, at the borders, and what databases and parsers stumble over. */
    private static final List<String> BAD = List.of(
            "null",
            "true",
            "-1",
            "0",
            "12.5",
            "1e308",
            "9223372036854775808",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"'; drop table vip; --\"",
            "\"" + "x".repeat(5_000) + "\"",
            "\"\\u202e\\ud83d\\udca5\"",
            "\"2001:db8::1/129\"",
            "[]",
            "[null]",
            "[[[[{}]]]]",
            "{}",
            "{\"\": null}",
            "{\"a\\u0000\": 1}");

    private final JsonNode document;

    Specimens(JsonNode document) {
        this.document = document;
    }

    JsonNode document() {
        return document;
    }

    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** What the schema asks for, under a name of its own. */
    JsonNode good(JsonNode asked) {
        return good(resolved(asked), "", 0);
    }

    /** What the schema asks for, with every example that it gives. */
    ObjectNode example(JsonNode asked) {
        JsonNode schema = resolved(asked);
        ObjectNode object = (ObjectNode) good(asked);
        schema.path("properties").properties().forEach(property -> {
            if (property.getValue().has("example") && !property.getKey().equals("name")) {
                object.set(property.getKey(), property.getValue().get("example"));
            }
        });
        return object;
    }

    private JsonNode good(JsonNode schema, String name, int depth) {
        if (schema.has("default")) {
            return schema.get("default");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> object(schema, depth);
            case "array" -> {
                var list = JSON.createArrayNode();
                yield depth > DEEPEST ? list : list.add(good(resolved(schema.path("items")), name, depth + 1));
            }
            case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default -> text(schema, name);
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.createObjectNode();
        schema.path("required")
                .forEach(property -> object.set(
                        property.asString(),
                        good(
                                resolved(schema.at("/properties").path(property.asString())),
                                property.asString(),
                                depth + 1)));
        return object;
    }

    private JsonNode text(JsonNode schema, String name) {
        String value = schema.path("format").asString("").equals("uuid")
                ? UUID.randomUUID().toString()
                : name.equals("name")
                        ? "specimen-" + UUID.randomUUID()
                        : schema.path("example").asString("text");
        return JsonNodeFactory.instance.stringNode(value);
    }

    /** The good one with one property spoiled, in every way for each property; with one too many; and no document. */
    List<String> spoiled(JsonNode asked) {
        JsonNode schema = resolved(asked);
        List<String> bodies = new ArrayList<>(List.of(
                "", "null", "[]", "\"text\"", "{", "{\"unheardOf\": 1}", "[".repeat(2_000), "{\"name\":1e999999999}"));
        if (good(asked) instanceof ObjectNode) {
            schema.path("properties").propertyNames().forEach(property -> {
                for (String bad : BAD) {
                    bodies.add(with((ObjectNode) good(asked), property, bad));
                }
            });
        }
        return bodies;
    }

    /** Written by hand: no mapper writes half a surrogate pair. */
    private static String with(ObjectNode good, String property, String bad) {
        good.remove(property);
        String rest = good.toString();
        return "{\"" + property + "\":" + bad + (good.isEmpty() ? "" : ",") + rest.substring(1);
    }
}
