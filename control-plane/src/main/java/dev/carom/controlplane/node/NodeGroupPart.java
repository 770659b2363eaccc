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

/** Node groups as a whole configuration wants them. */
@Component
class NodeGroupPart implements ConfigurationPart {
    private final NodeGroupRepository groups;
    private final Documents documents;
    private final Clock clock;

    NodeGroupPart(NodeGroupRepository groups, Documents documents, Clock clock) {
        this.groups = groups;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public ResourceType type() {
        return ResourceType.NODE_GROUP;
    }

    @Override
    public void load(Collection<UUID> ids) {
        groups.findAllById(ids);
    }

    @Override
    public ObjectNode complete(ObjectNode content) {
        return documents.complete(new Document<>(content), NodeGroupSpec.class);
    }

    @Override
    public void put(ChangeLog log, UUID id, ObjectNode content) {
        NodeGroupSpec wanted = documents.read(new Document<>(content), NodeGroupSpec.class);
        NodeGroup present = groups.findById(id).orElse(null);
        if (present == null) {
            NodeGroup created = new NodeGroup(id, wanted, HashKeys.random(), clock.instant());
            log.creating(created);
            groups.save(created);
        } else if (!present.spec().equals(wanted)) {
            log.changing(present);
            present.change(wanted, clock.instant());
        }
        log.recheck(new Recheck(Recheck.Subject.NODE_GROUP, id, ""));
    }

    @Override
    public void remove(ChangeLog log, UUID id) {
        groups.findById(id).ifPresent(group -> {
            log.deleting(group);
            groups.delete(group);
        });
    }
}
