package dev.carom.controlplane.vip;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Listeners as a whole configuration wants them. */
@Component
class ListenerPart implements ConfigurationPart {
    private final ListenerRepository listeners;
    private final Documents documents;
    private final Clock clock;

    ListenerPart(ListenerRepository listeners, Documents documents, Clock clock) {
        this.listeners = listeners;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public ResourceType type() {
        return ResourceType.LISTENER;
    }

    @Override
    public void load(Collection<UUID> ids) {
        listeners.findAllById(ids);
    }

    @Override
    public ObjectNode complete(ObjectNode content) {
        ObjectNode document = content.deepCopy();
        JsonNode parent = document.remove("vipId");
        ObjectNode complete = documents.complete(new Document<>(document), ListenerSpec.class);
        complete.set("vipId", parent);
        return complete;
    }

    @Override
    public void put(ChangeLog log, UUID id, ObjectNode content) {
        UUID vip = UUID.fromString(content.get("vipId").asString());
        ListenerSpec wanted = documents.read(new Document<>(content.deepCopy().without("vipId")), ListenerSpec.class);
        Listener present = listeners.findById(id).orElse(null);
        if (present == null) {
            Listener created = new Listener(id, vip, wanted, clock.instant());
            log.creating(created);
            listeners.save(created);
        } else if (!present.spec().equals(wanted)) {
            log.changing(present);
            present.change(wanted, clock.instant());
        }
        log.recheck(new Recheck(Recheck.Subject.VIP, vip, ""));
    }

    @Override
    public void remove(ChangeLog log, UUID id) {
        listeners.findById(id).ifPresent(listener -> {
            log.deleting(listener);
            listeners.delete(listener);
        });
    }
}
