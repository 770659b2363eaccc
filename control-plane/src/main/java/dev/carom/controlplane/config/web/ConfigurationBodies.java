package dev.carom.controlplane.config.web;

import dev.carom.controlplane.config.SafeYaml;
import dev.carom.controlplane.problem.UnreadableDocument;
import dev.carom.controlplane.problem.Violation;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the document of a configuration, in JSON or YAML. */
@Component
class ConfigurationBodies {
    static final String YAML = "application/yaml";

    private final JsonMapper json;

    ConfigurationBodies(JsonMapper json) {
        this.json = json;
    }

    /** @throws UnreadableDocument if the body is no object of that format */
    ObjectNode read(String contentType, byte[] body) {
        if (contentType.startsWith(YAML)) {
            return SafeYaml.read(new String(body, StandardCharsets.UTF_8), json);
        }
        try {
            if (json.readTree(body) instanceof ObjectNode document) {
                return document;
            }
        } catch (JacksonException e) {
            throw refusal(e);
        }
        throw refusal(null);
    }

    private static UnreadableDocument refusal(@Nullable Exception cause) {
        return new UnreadableDocument(
                new Violation("", "MALFORMED_JSON", "The body is not one well-formed JSON object."), cause);
    }

    byte[] json(ObjectNode document) {
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    }

    byte[] yaml(ObjectNode document) {
        return SafeYaml.write(document, json).getBytes(StandardCharsets.UTF_8);
    }
}
