package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.UnreadableDocument;
import dev.carom.controlplane.problem.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What makes the configuration what a document wants. */
@Component
class Differences {
    /** Says to whom a resource belongs: what its owner's document leaves out may be removed. */
    static final String OWNER_LABEL = "carom.dev/owner";

    private final Parts parts;
    private final JsonMapper json;

    Differences(Parts parts, JsonMapper json) {
        this.parts = parts;
        this.json = json;
    }

    /** @throws InvalidResource with each property that cannot be read */
    List<RevisionChange> of(Snapshot present, List<DocumentReader.Wanted> wanted, Optional<String> owner) {
        List<RevisionChange> changes = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        Map<UUID, DocumentReader.Wanted> groups = new HashMap<>();
        for (DocumentReader.Wanted each : wanted) {
            groups.put(each.id(), each);
            try {
                carry(each, present, groups);
                add(changes, each, present.find(each.kind(), each.id()));
            } catch (InvalidResource e) {
                e.violations().forEach(violation -> violations.add(violation.below(each.pointer())));
            } catch (UnreadableDocument e) {
                violations.add(e.violation().below(each.pointer()));
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidResource(violations);
        }
        owner.ifPresent(name -> prune(changes, present, wanted, name));
        return List.copyOf(changes);
    }

    /** A VIP that names no virtual router stays on its own, or goes to its group's first. */
    private static void carry(DocumentReader.Wanted each, Snapshot present, Map<UUID, DocumentReader.Wanted> groups) {
        if (each.kind() != Kind.VIP
                || each.content().has("vrid")
                || !each.content().has("nodeGroupId")) {
            return;
        }
        String group = each.content().get("nodeGroupId").asString();
        Snapshot.Item there = present.find(Kind.VIP, each.id());
        if (there != null && there.content().path("nodeGroupId").asString("").equals(group)) {
            each.content().set("vrid", there.content().get("vrid"));
            return;
        }
        DocumentReader.Wanted asked = groups.get(UUID.fromString(group));
        Snapshot.Item known = present.find(Kind.NODE_GROUP, UUID.fromString(group));
        JsonNode routers = asked != null && asked.content().has("virtualRouters")
                ? asked.content().get("virtualRouters")
                : known == null || asked != null
                        ? JsonNodeFactory.instance.arrayNode()
                        : known.content().path("virtualRouters");
        each.content().put("vrid", routers.path(0).path("vrid").asInt(1));
    }

    private void add(List<RevisionChange> changes, DocumentReader.Wanted each, Snapshot.@Nullable Item there) {
        ObjectNode after = canonical(parts.complete(each.kind().type(), each.content()));
        ObjectNode before = there == null ? null : there.content();
        if (!after.equals(before)) {
            changes.add(new RevisionChange(
                    each.kind().type().noun(),
                    each.id(),
                    after.path("name").asString(),
                    before == null ? "CREATED" : "UPDATED",
                    before,
                    after));
        }
    }

    /** As the database gives it back: numbers that are equal compare equal. */
    private ObjectNode canonical(ObjectNode content) {
        return (ObjectNode) json.readTree(json.writeValueAsString(content));
    }

    private static void prune(
            List<RevisionChange> changes, Snapshot present, List<DocumentReader.Wanted> wanted, String owner) {
        Set<UUID> kept = new HashSet<>();
        wanted.forEach(each -> kept.add(each.id()));
        for (Kind kind : Kind.values()) {
            for (Snapshot.Item item : present.all(kind, null)) {
                boolean owned = item.content()
                        .path("labels")
                        .path(OWNER_LABEL)
                        .asString("")
                        .equals(owner);
                if (owned && !kept.contains(item.id())) {
                    changes.add(new RevisionChange(
                            kind.type().noun(), item.id(), item.name(), "DELETED", item.content(), null));
                }
            }
        }
    }
}
