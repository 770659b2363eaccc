package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the document of a configuration: names become ids, those of what is there already or new ones. */
final class DocumentReader {
    /** @param pointer where it stands in the document */
    record Wanted(Kind kind, UUID id, @Nullable UUID parent, ObjectNode content, String pointer) {}

    private final Snapshot present;
    private final Violations violations = new Violations();
    private final Map<String, UUID> named = new LinkedHashMap<>();
    private final List<Wanted> wanted = new ArrayList<>();

    private DocumentReader(Snapshot present) {
        this.present = present;
    }

    /** @throws InvalidResource with all that is out of shape, or names what is nowhere */
    static List<Wanted> read(ObjectNode document, Snapshot present) {
        DocumentReader reader = new DocumentReader(present);
        reader.checkTop(document);
        for (Kind kind : Kind.atTheTop()) {
            reader.section(kind, null, document, "");
        }
        reader.wanted.forEach(reader::resolve);
        reader.violations.refuse();
        return List.copyOf(reader.wanted);
    }

    private void checkTop(ObjectNode document) {
        Set<String> known = new HashSet<>(Set.of("apiVersion"));
        Kind.atTheTop().forEach(kind -> known.add(kind.section()));
        for (String name : document.propertyNames()) {
            violations.unless(
                    known.contains(name),
                    "/" + escaped(name),
                    "UNKNOWN_PROPERTY",
                    "There is no section of this name; there are "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        violations.unless(
                document.path("apiVersion").asString("").equals(DocumentWriter.VERSION),
                "/apiVersion",
                "VERSION_UNKNOWN",
                "The document says which form it has: apiVersion is " + DocumentWriter.VERSION + ".");
        violations.refuse();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private void section(Kind kind, @Nullable UUID parent, ObjectNode holder, String above) {
        JsonNode section = holder.path(kind.section());
        String pointer = above + "/" + kind.section();
        violations.unless(
                section.isMissingNode() || section.isArray(), pointer, "INVALID_TYPE", "This section is a list.");
        for (int i = 0; section.isArray() && i < section.size(); i++) {
            item(kind, parent, section.get(i), pointer + "/" + i);
        }
    }

    private void item(Kind kind, @Nullable UUID parent, JsonNode item, String pointer) {
        if (!(item instanceof ObjectNode object) || !object.path("name").isString()) {
            violations.unless(false, pointer + "/name", "REQUIRED", "Each has a name, which tells it apart.");
            return;
        }
        String name = object.get("name").asString();
        UUID there = present.idOf(kind, parent, name);
        UUID id = there == null ? UUID.randomUUID() : there;
        violations.unless(
                named.putIfAbsent(key(kind, parent, name), id) == null,
                pointer + "/name",
                "NAME_TAKEN",
                "Two are called " + name + " here: each has a name of its own.");
        ObjectNode content = object.deepCopy();
        for (Kind child : kind.children()) {
            content.remove(child.section());
            section(child, id, object, pointer);
        }
        wanted.add(new Wanted(kind, id, parent, content, pointer));
    }

    private static String key(Kind kind, @Nullable UUID parent, String name) {
        return kind + " " + parent + " " + name;
    }

    private void resolve(Wanted each) {
        each.kind().references().forEach((property, reference) -> {
            JsonNode name = each.content().remove(reference.property());
            if (name != null && !name.isNull()) {
                each.content()
                        .put(
                                property,
                                idOf(
                                        Kind.of(reference.type()),
                                        name.asString(""),
                                        each.pointer() + "/" + reference.property()));
            }
        });
        Kind.Parent parent = each.kind().parent();
        if (parent != null && each.parent() != null) {
            each.content().put(parent.property(), each.parent().toString());
        }
        JsonNode routers = each.content().path("virtualRouters");
        for (int i = 0; routers.isArray() && i < routers.size(); i++) {
            if (routers.get(i) instanceof ObjectNode router) {
                priorities(router, each.pointer() + "/virtualRouters/" + i + "/priorityByNode");
            }
        }
    }

    private void priorities(ObjectNode router, String pointer) {
        if (router.path("priorityByNode") instanceof ObjectNode byName) {
            ObjectNode byId = JsonNodeFactory.instance.objectNode();
            byName.properties()
                    .forEach(each -> byId.set(
                            idOf(Kind.NODE, each.getKey(), pointer + "/" + escaped(each.getKey())), each.getValue()));
            router.set("priorityByNode", byId);
        }
    }

    private String idOf(Kind kind, String name, String pointer) {
        UUID here = named.get(key(kind, null, name));
        UUID id = here == null ? present.idOf(kind, null, name) : here;
        violations.unless(
                id != null,
                pointer,
                "REFERENCE_UNKNOWN",
                "There is no " + kind.type().spoken() + " called " + name + ", neither here nor in the configuration.");
        return id == null ? new UUID(0, 0).toString() : id.toString();
    }
}
