package dev.carom.controlplane.pool;

import dev.carom.controlplane.config.ChangeLog;
import dev.carom.controlplane.config.ConfigurationPart;
import dev.carom.controlplane.resource.ResourceType;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Health monitors as a whole configuration wants them. */
@Component
class HealthMonitorPart implements ConfigurationPart {
    private final HealthMonitorRepository monitors;
    private final Documents documents;
    private final Clock clock;

    HealthMonitorPart(HealthMonitorRepository monitors, Documents documents, Clock clock) {
        this.monitors = monitors;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public ResourceType type() {
        return ResourceType.HEALTH_MONITOR;
    }

    @Override
    public void load(Collection<UUID> ids) {
        monitors.findAllById(ids);
    }

    @Override
    public ObjectNode complete(ObjectNode content) {
        return documents.complete(new Document<>(content), HealthMonitorSpec.class);
    }

    @Override
    public void put(ChangeLog log, UUID id, ObjectNode content) {
        HealthMonitorSpec wanted = documents.read(new Document<>(content), HealthMonitorSpec.class);
        HealthMonitor present = monitors.findById(id).orElse(null);
        if (present == null) {
            HealthMonitor created = new HealthMonitor(id, wanted, clock.instant());
            log.creating(created);
            monitors.save(created);
        } else if (!present.spec().equals(wanted)) {
            log.changing(present);
            present.change(wanted, clock.instant());
        }
    }

    @Override
    public void remove(ChangeLog log, UUID id) {
        monitors.findById(id).ifPresent(monitor -> {
            log.deleting(monitor);
            monitors.delete(monitor);
        });
    }
}
