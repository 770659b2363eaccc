package dev.carom.controlplane.config;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a whole configuration as a document: sorted, with names for ids. Equal configurations give equal ones. */
final class DocumentWriter {
    static final String VERSION = "carom.dev/v1";

    private final Snapshot snapshot;
    private final Map<Kind, Map<UUID, List<Snapshot.Item>>> children;

    private DocumentWriter(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.children =
                Map.of(Kind.BACKEND, snapshot.byParent(Kind.BACKEND), Kind.LISTENER, snapshot.byParent(Kind.LISTENER));
    }

    static ObjectNode write(Snapshot snapshot) {
        DocumentWriter writer = new DocumentWriter(snapshot);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("apiVersion", VERSION);
        for (Kind kind : Kind.atTheTop()) {
            ArrayNode section = document.putArray(kind.section());
            snapshot.all(kind, null).forEach(item -> section.add(writer.item(item)));
        }
        return document;
    }

    private ObjectNode item(Snapshot.Item item) {
        ObjectNode content = item.content();
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.set("name", content.get("name"));
        content.propertyNames().stream().sorted().forEach(name -> put(item.kind(), shown, name, content));
        for (Kind child : item.kind().children()) {
            ArrayNode section = shown.putArray(child.section());
            children.getOrDefault(child, Map.of())
                    .getOrDefault(item.id(), List.of())
                    .forEach(each -> section.add(item(each)));
        }
        return shown;
    }

    private void put(Kind kind, ObjectNode shown, String name, ObjectNode content) {
        Kind.Parent parent = kind.parent();
        Kind.Reference reference = kind.references().get(name);
        if (reference != null) {
            shown.put(
                    reference.property(),
                    nameOf(Kind.of(reference.type()), content.get(name).asString()));
        } else if (name.equals("virtualRouters")) {
            content.get(name).forEach(router -> shown.withArray(name).add(router((ObjectNode) router)));
        } else if (parent == null || !parent.property().equals(name)) {
            shown.set(name, content.get(name));
        }
    }

    private ObjectNode router(ObjectNode router) {
        ObjectNode shown = router.deepCopy();
        ObjectNode priorities = shown.putObject("priorityByNode");
        router.path("priorityByNode").properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> priorities.set(nameOf(Kind.NODE, each.getKey()), each.getValue()));
        return shown;
    }

    private String nameOf(Kind kind, String id) {
        Snapshot.Item item = snapshot.find(kind, UUID.fromString(id));
        return item == null ? id : item.name();
    }
}
