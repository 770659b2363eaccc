package dev.carom.controlplane.pool;

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

/** Pools as a whole configuration wants them. */
@Component
class PoolPart implements ConfigurationPart {
    private final PoolRepository pools;
    private final Documents documents;
    private final Clock clock;
    private final BackendRepository backends;

    PoolPart(PoolRepository pools, Documents documents, Clock clock, BackendRepository backends) {
        this.pools = pools;
        this.documents = documents;
        this.clock = clock;
        this.backends = backends;
    }

    @Override
    public ResourceType type() {
        return ResourceType.POOL;
    }

    @Override
    public void load(Collection<UUID> ids) {
        pools.findAllById(ids);
    }

    @Override
    public ObjectNode complete(ObjectNode content) {
        return documents.complete(new Document<>(content), PoolSpec.class);
    }

    @Override
    public void put(ChangeLog log, UUID id, ObjectNode content) {
        PoolSpec wanted = documents.read(new Document<>(content), PoolSpec.class);
        Pool present = pools.findById(id).orElse(null);
        if (present == null) {
            Pool created = new Pool(id, wanted, clock.instant());
            log.creating(created);
            pools.save(created);
        } else if (!present.spec().equals(wanted)) {
            log.changing(present);
            present.change(wanted, clock.instant());
        }
        log.recheck(new Recheck(Recheck.Subject.POOL, id, ""));
    }

    @Override
    public void remove(ChangeLog log, UUID id) {
        pools.findById(id).ifPresent(pool -> {
            backends.findByPoolIdIn(List.of(id)).forEach(log::deleting);
            log.deleting(pool);
            backends.deleteByPool(id);
            pools.delete(pool);
        });
    }
}
