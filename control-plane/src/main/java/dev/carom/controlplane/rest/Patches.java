package dev.carom.controlplane.rest;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A patch has every property of the document that it patches, and needs none. */
final class Patches {
    private static final String SCHEMAS = "#/components/schemas/";

    private Patches() {}

    static void describe(OpenAPI document) {
        document.getPaths().values().stream()
                .map(PathItem::getPatch)
                .filter(Objects::nonNull)
                .forEach(operation -> describe(document, operation));
    }

    private static void describe(OpenAPI document, Operation operation) {
        for (MediaType body : operation.getRequestBody().getContent().values()) {
            String reference =
                    body.getSchema() == null ? null : body.getSchema().get$ref();
            if (reference != null && reference.endsWith("Spec")) {
                String name = reference.substring(SCHEMAS.length());
                String patch = name.replace("Spec", "Patch");
                Schema<?> whole = document.getComponents().getSchemas().get(name);
                if (whole != null) {
                    document.getComponents().addSchemas(patch, without(whole));
                    body.setSchema(new Schema<>().$ref(SCHEMAS + patch));
                }
            }
        }
    }

    private static Schema<?> without(Schema<?> whole) {
        Schema<?> patch = new Schema<>();
        patch.setTypes(whole.getTypes());
        patch.setDescription("JSON Merge Patch: what is left out stays, null takes the default");
        @SuppressWarnings("rawtypes") // swagger's own signature
        Map<String, Schema> properties = new LinkedHashMap<>(whole.getProperties());
        patch.setProperties(properties);
        return patch;
    }
}
