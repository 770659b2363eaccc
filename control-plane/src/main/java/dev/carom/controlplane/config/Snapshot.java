package dev.carom.controlplane.config;

import dev.carom.controlplane.resource.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A whole configuration as revisions keep it: each resource's content, by kind and id; without departing backends. */
final class Snapshot {
    /** @param parent of a backend its pool, of a listener its VIP */
    record Item(Kind kind, UUID id, @Nullable UUID parent, ObjectNode content) {
        String name() {
            return content.get("name").asString();
        }
    }

    private final Map<Kind, Map<UUID, Item>> items = new EnumMap<>(Kind.class);
    private final Map<String, UUID> ids = new HashMap<>();

    static Snapshot of(List<Revisions.Content> contents) {
        Snapshot snapshot = new Snapshot();
        for (Revisions.Content content : contents) {
            Kind kind = Kind.of(ResourceType.ofNoun(content.resourceType()));
            ObjectNode object = (ObjectNode) content.content();
            if (!object.path("departing").asBoolean()) {
                object.remove(List.of("departing", "drainDeadline"));
                snapshot.add(new Item(kind, content.resourceId(), parent(kind, object), object));
            }
        }
        return snapshot;
    }

    private static @Nullable UUID parent(Kind kind, ObjectNode content) {
        Kind.Parent parent = kind.parent();
        return parent == null
                ? null
                : UUID.fromString(content.get(parent.property()).asString());
    }

    private void add(Item item) {
        items.computeIfAbsent(item.kind(), each -> new HashMap<>()).put(item.id(), item);
        ids.put(key(item.kind(), item.parent(), item.name()), item.id());
    }

    private static String key(Kind kind, @Nullable UUID parent, String name) {
        return kind + " " + parent + " " + name;
    }

    @Nullable UUID idOf(Kind kind, @Nullable UUID parent, String name) {
        return ids.get(key(kind, parent, name));
    }

    @Nullable Item find(Kind kind, UUID id) {
        return items.getOrDefault(kind, Map.of()).get(id);
    }

    /** By name; of one parent, or all. */
    List<Item> all(Kind kind, @Nullable UUID parent) {
        return items.getOrDefault(kind, Map.of()).values().stream()
                .filter(item -> parent == null || Objects.equals(item.parent(), parent))
                .sorted(Comparator.comparing(Item::name))
                .toList();
    }

    /** By parent and name. */
    Map<UUID, List<Item>> byParent(Kind kind) {
        Map<UUID, List<Item>> byParent = new HashMap<>();
        for (Item item : all(kind, null)) {
            byParent.computeIfAbsent(Objects.requireNonNull(item.parent()), each -> new ArrayList<>())
                    .add(item);
        }
        return byParent;
    }
}
