package dev.carom.controlplane.vip;

import dev.carom.controlplane.config.ChangeLog;
import dev.carom.controlplane.config.ConfigurationPart;
import dev.carom.controlplane.config.Recheck;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** VIPs as a whole configuration wants them. */
@Component
class VipPart implements ConfigurationPart {
    private final VipRepository vips;
    private final Documents documents;
    private final Clock clock;
    private final ListenerRepository listeners;

    VipPart(VipRepository vips, Documents documents, Clock clock, ListenerRepository listeners) {
        this.vips = vips;
        this.documents = documents;
        this.clock = clock;
        this.listeners = listeners;
    }

    @Override
    public ResourceType type() {
        return ResourceType.VIP;
    }

    @Override
    public void load(Collection<UUID> ids) {
        vips.findAllById(ids);
    }

    @Override
    public ObjectNode complete(ObjectNode content) {
        return documents.complete(new Document<>(content), VipSpec.class);
    }

    @Override
    public void put(ChangeLog log, UUID id, ObjectNode content) {
        VipSpec wanted = documents.read(new Document<>(content), VipSpec.class);
        Vip present = vips.findById(id).orElse(null);
        if (present == null) {
            Vip created = new Vip(id, wanted, clock.instant());
            log.creating(created);
            vips.save(created);
        } else if (!present.spec().equals(wanted)) {
            log.changing(present);
            present.change(wanted, clock.instant());
        }
        log.recheck(new Recheck(Recheck.Subject.VIP, id, ""));
    }

    @Override
    public void remove(ChangeLog log, UUID id) {
        vips.findById(id).ifPresent(vip -> {
            listeners.findByVipIdIn(List.of(id)).forEach(log::deleting);
            log.deleting(vip);
            listeners.deleteByVip(id);
            vips.delete(vip);
        });
    }
}
