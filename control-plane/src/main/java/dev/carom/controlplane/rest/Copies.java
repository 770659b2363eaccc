package dev.carom.controlplane.rest;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies schemas: a part of a request and the same part of an answer differ in what they require. */
final class Copies {
    private Copies() {}

    static Schema<?> of(Schema<?> original) {
        Schema<Object> copy = new Schema<>();
        copy.set$ref(original.get$ref());
        copy.setTypes(original.getTypes());
        copy.setType(original.getType());
        copy.setFormat(original.getFormat());
        copy.setDescription(original.getDescription());
        copy.setExtensions(original.getExtensions() == null ? null : new LinkedHashMap<>(original.getExtensions()));
        if (original.getExample() != null) {
            copy.setExample(original.getExample());
        }
        if (original.getItems() != null) {
            copy.setItems(of(original.getItems()));
        }
        if (original.getEnum() != null) {
            original.getEnum().forEach(copy::addEnumItemObject);
        }
        if (original.getAdditionalProperties() instanceof Schema<?> values) {
            copy.setAdditionalProperties(of(values));
        }
        if (original.getProperties() != null) {
            @SuppressWarnings("rawtypes") // swagger's own signature
            Map<String, Schema> properties = new LinkedHashMap<>();
            original.getProperties().forEach((name, property) -> properties.put(name, of(property)));
            copy.setProperties(properties);
        }
        return copy;
    }
}
