package dev.carom.controlplane.rest;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an answer always has is required in its schema. A part that requests have too, where it may be left out, gets a
 * schema of its own for answers: {@code NetworkSpec} is asked, {@code Network} is answered.
 */
final class AnswerSchemas {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String ASKED = "Spec";

    @SuppressWarnings("rawtypes") // swagger's own signature
    private final Map<String, Schema> schemas;

    private final Set<String> marked = new HashSet<>();

    private AnswerSchemas(OpenAPI document) {
        this.schemas = document.getComponents().getSchemas();
    }

    static void describe(OpenAPI document) {
        AnswerSchemas answers = new AnswerSchemas(document);
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> operation.getResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .flatMap(response -> response.getContent().values().stream())
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .forEach(answers::follow);
        answers.schemas.values().forEach(AnswerSchemas::forget);
    }

    private void follow(Schema<?> schema) {
        String reference = schema.get$ref();
        if (reference != null) {
            String name = reference.substring(SCHEMAS.length());
            String answered = name.endsWith(ASKED) ? name.substring(0, name.length() - ASKED.length()) : name;
            schema.set$ref(SCHEMAS + answered);
            Schema<?> original = schemas.get(name);
            if (original != null && marked.add(answered)) {
                Schema<?> whole = name.equals(answered) ? original : Copies.of(original);
                schemas.put(answered, whole);
                mark(whole);
            }
        }
        parts(schema).forEach(this::follow);
    }

    private void mark(Schema<?> schema) {
        Object always =
                schema.getExtensions() == null ? null : schema.getExtensions().get(AlwaysThere.NOTE);
        if (always instanceof List<?> names && schema.getProperties() != null) {
            schema.setRequired(schema.getProperties().keySet().stream()
                    .filter(names::contains)
                    .sorted()
                    .toList());
        }
        parts(schema).forEach(this::follow);
    }

    private static List<Schema<?>> parts(Schema<?> schema) {
        List<Schema<?>> parts = new ArrayList<>();
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(parts::add);
        }
        if (schema.getItems() != null) {
            parts.add(schema.getItems());
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            parts.add(values);
        }
        return parts;
    }

    private static void forget(Schema<?> schema) {
        if (schema.getExtensions() != null) {
            schema.getExtensions().remove(AlwaysThere.NOTE);
        }
        parts(schema).forEach(AnswerSchemas::forget);
    }
}
