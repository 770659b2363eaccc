package dev.carom.controlplane.rest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396). */
final class MergePatch {
    private MergePatch() {}

    static void apply(ObjectNode target, ObjectNode patch) {
        for (var property : patch.properties()) {
            JsonNode value = property.getValue();
            if (value.isNull()) {
                target.remove(property.getKey());
            } else if (value instanceof ObjectNode nested) {
                JsonNode present = target.get(property.getKey());
                ObjectNode merged = present instanceof ObjectNode object ? object : target.objectNode();
                apply(merged, nested);
                target.set(property.getKey(), merged);
            } else {
                target.set(property.getKey(), value);
            }
        }
    }
}
