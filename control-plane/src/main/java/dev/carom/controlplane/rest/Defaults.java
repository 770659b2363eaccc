package dev.carom.controlplane.rest;

import dev.carom.controlplane.problem.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fills in what the OpenAPI document calls the default, and finds what it calls required: one source for both. */
final class Defaults {
    private static final JsonMapper JSON = new JsonMapper();

    private Defaults() {}

    static void fill(ObjectNode tree, Class<?> type, String pointer, Violations violations) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            JsonNode present = tree.get(name);
            if (present == null || present.isNull()) {
                fillAbsent(tree, type, name, pointer, violations);
            } else {
                fillParts(present, component, pointer + "/" + name, violations);
            }
        }
    }

    private static void fillAbsent(ObjectNode tree, Class<?> type, String name, String pointer, Violations violations) {
        Schema schema = schema(type, name);
        if (schema == null) {
            return;
        }
        violations.unless(
                schema.requiredMode() != RequiredMode.REQUIRED,
                pointer + "/" + name,
                "REQUIRED",
                "The property " + name + " is required: give it a value.");
        JsonNode value = defaultValue(schema, type, name);
        if (value != null) {
            tree.set(name, value);
        }
    }

    private static @Nullable JsonNode defaultValue(Schema schema, Class<?> type, String name) {
        boolean text = isText(type, name);
        if (schema.defaultValue().isEmpty()) {
            return text && schema.requiredMode() != RequiredMode.REQUIRED
                    ? JSON.getNodeFactory().textNode("")
                    : null;
        }
        return text ? JSON.getNodeFactory().textNode(schema.defaultValue()) : JSON.readTree(schema.defaultValue());
    }

    private static boolean isText(Class<?> type, String name) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(name)) {
                return component.getType() == String.class
                        || component.getType().isEnum();
            }
        }
        return false;
    }

    private static void fillParts(JsonNode present, RecordComponent component, String pointer, Violations violations) {
        if (present instanceof ObjectNode object && component.getType().isRecord()) {
            fill(object, component.getType(), pointer, violations);
        } else if (present.isArray()
                && component.getType() == List.class
                && component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord()) {
            for (int i = 0; i < present.size(); i++) {
                if (present.get(i) instanceof ObjectNode object) {
                    fill(object, element, pointer + "/" + i, violations);
                }
            }
        }
    }

    /** Annotations of a record's component are found on its field: Schema does not target the component itself. */
    private static @Nullable Schema schema(Class<?> type, String name) {
        try {
            return type.getDeclaredField(name).getAnnotation(Schema.class);
        } catch (NoSuchFieldException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
