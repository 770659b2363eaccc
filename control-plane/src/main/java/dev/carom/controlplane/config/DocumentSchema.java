package dev.carom.controlplane.config;

import dev.carom.controlplane.rest.LastDescription;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Describes the document of a whole configuration: each resource as it is written elsewhere, with names for ids. */
@Component
@SuppressWarnings("rawtypes") // swagger's own signatures
class DocumentSchema implements LastDescription {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String WHOLE = "Configuration";

    private final Map<String, Object> example;

    DocumentSchema(JsonMapper json) {
        example = DocumentExample.read(json);
    }

    @Override
    public void describe(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        for (Kind kind : Kind.values()) {
            schemas.put(name(kind), resource(kind, schemas));
        }
        schemas.put(WHOLE, whole());
        Schema imported = Objects.requireNonNull(schemas.get("Import"));
        imported.getProperties().put("document", reference(WHOLE).description("To be given to PUT /config."));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(DocumentSchema::bodies)
                .forEach(body -> body.schema(reference(WHOLE)).example(example));
    }

    /** Where the document is sent or answered. */
    private static Stream<MediaType> bodies(Operation operation) {
        return switch (operation.getOperationId()) {
            case "exportConfiguration" ->
                Objects.requireNonNull(operation.getResponses().get("200")).getContent().values().stream();
            case "planConfiguration", "putConfiguration" -> operation.getRequestBody().getContent().values().stream();
            default -> Stream.of();
        };
    }

    private static String name(Kind kind) {
        return "Configured" + spec(kind);
    }

    private static String spec(Kind kind) {
        String section = kind.section();
        return Character.toUpperCase(section.charAt(0)) + section.substring(1, section.length() - 1);
    }

    private static Schema<?> resource(Kind kind, Map<String, Schema> schemas) {
        Schema<?> written = Objects.requireNonNull(schemas.get(spec(kind) + "Spec"));
        Map<String, Schema> properties = new TreeMap<>();
        written.getProperties().forEach(properties::put);
        List<String> required = new ArrayList<>(written.getRequired());
        kind.references().forEach((id, reference) -> {
            properties.remove(id);
            properties.put(
                    reference.property(),
                    text().description("The name of the " + reference.type().spoken() + "."));
            required.replaceAll(each -> each.equals(id) ? reference.property() : each);
        });
        kind.children().forEach(child -> properties.put(child.section(), listOf(child)));
        Schema<Object> resource = object(properties);
        resource.setRequired(required);
        return resource;
    }

    private static Schema<?> whole() {
        Map<String, Schema> properties = new LinkedHashMap<>();
        Schema<Object> version = text();
        version.addEnumItemObject(DocumentWriter.VERSION);
        properties.put("apiVersion", version);
        Kind.atTheTop().forEach(kind -> properties.put(kind.section(), listOf(kind)));
        Schema<Object> whole = object(properties);
        whole.setRequired(List.of("apiVersion"));
        whole.setDescription("A whole configuration, or a part of one: what is told apart by name here, and refers to"
                + " others by name. What a resource leaves out has its default; priorityByNode has names of nodes.");
        return whole;
    }

    private static Schema<?> listOf(Kind kind) {
        Schema<Object> list = new Schema<>();
        list.setTypes(Set.of("array"));
        list.setItems(reference(name(kind)));
        return list;
    }

    private static Schema<Object> object(Map<String, Schema> properties) {
        Schema<Object> object = new Schema<>();
        object.setTypes(Set.of("object"));
        object.setProperties(properties);
        return object;
    }

    private static Schema<Object> text() {
        Schema<Object> text = new Schema<>();
        text.setTypes(Set.of("string"));
        return text;
    }

    private static Schema<Object> reference(String name) {
        Schema<Object> reference = new Schema<>();
        reference.set$ref(SCHEMAS + name);
        return reference;
    }
}
