package dev.carom.controlplane.node;

import dev.carom.controlplane.config.ChangeLog;
import dev.carom.controlplane.config.ConfigurationPart;
import dev.carom.controlplane.config.Recheck;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Nodes as a whole configuration wants them. */
@Component
class NodePart implements ConfigurationPart {
    private final NodeRepository nodes;
    private final Documents documents;
    private final Clock clock;

    NodePart(NodeRepository nodes, Documents documents, Clock clock) {
        this.nodes = nodes;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public ResourceType type() {
        return ResourceType.NODE;
    }

    @Override
    public void load(Collection<UUID> ids) {
        nodes.findAllById(ids);
    }

    @Override
    public ObjectNode complete(ObjectNode content) {
        return documents.complete(new Document<>(content), NodeSpec.class);
    }

    @Override
    public void put(ChangeLog log, UUID id, ObjectNode content) {
        NodeSpec wanted = documents.read(new Document<>(content), NodeSpec.class);
        Node present = nodes.findById(id).orElse(null);
        if (present == null) {
            Node created = new Node(id, wanted, clock.instant());
            log.creating(created);
            nodes.save(created);
        } else if (!present.spec().equals(wanted)) {
            log.changing(present);
            present.change(wanted, clock.instant());
        }
        log.recheck(new Recheck(Recheck.Subject.NODE, id, ""));
    }

    @Override
    public void remove(ChangeLog log, UUID id) {
        nodes.findById(id).ifPresent(node -> {
            log.deleting(node);
            nodes.delete(node);
        });
    }
}
