package dev.carom.lab.deployment;

import tools.jackson.databind.JsonNode;

/**
 * What the API answered.
 *
 * @param entityTag the ETag header, empty if there was none
 */
public record Reply(int status, String contentType, String entityTag, JsonNode body) {

    public boolean succeeded() {
        return status / 100 == 2;
    }

    /** A field of the body that must be there. */
    public String text(String field) {
        JsonNode value = body.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalStateException("no " + field + " in " + body);
        }
        return value.asString();
    }

    public String id() {
        return text("id");
    }
}
