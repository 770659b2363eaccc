package dev.carom.controlplane.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A document that works as it is written; its labels let its owner take all of it away again. */
final class DocumentExample {
    private static final String FILE = "/examples/configuration.yaml";

    private DocumentExample() {}

    static Map<String, Object> read(JsonMapper json) {
        try (InputStream file = Objects.requireNonNull(DocumentExample.class.getResourceAsStream(FILE), FILE)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return json.convertValue(SafeYaml.read(text, json), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
