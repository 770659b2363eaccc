package dev.carom.controlplane.pool;

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

/** Backends as a whole configuration wants them. */
@Component
class BackendPart implements ConfigurationPart {
    private final BackendRepository backends;
    private final Documents documents;
    private final Clock clock;
    private final PoolRepository pools;

    BackendPart(BackendRepository backends, Documents documents, Clock clock, PoolRepository pools) {
        this.backends = backends;
        this.documents = documents;
        this.clock = clock;
        this.pools = pools;
    }

    @Override
    public ResourceType type() {
        return ResourceType.BACKEND;
    }

    @Override
    public void load(Collection<UUID> ids) {
        backends.findAllById(ids);
    }

    @Override
    public ObjectNode complete(ObjectNode content) {
        ObjectNode document = content.deepCopy();
        JsonNode parent = document.remove("poolId");
        ObjectNode complete = documents.complete(new Document<>(document), BackendSpec.class);
        complete.set("poolId", parent);
        return complete;
    }

    /** One that departed then is not brought back for its flows: they are long gone. */
    @Override
    public void put(ChangeLog log, UUID id, ObjectNode content) {
        ObjectNode document = content.deepCopy();
        UUID poolId = UUID.fromString(document.remove("poolId").asString());
        document.remove("drainDeadline");
        JsonNode departing = document.remove("departing");
        if (departing != null && departing.asBoolean()) {
            remove(log, id);
            return;
        }
        BackendSpec wanted = documents.read(new Document<>(document), BackendSpec.class);
        Pool pool = pools.findById(poolId).orElseThrow();
        Backend present = backends.findById(id).orElse(null);
        if (present == null) {
            Backend created = new Backend(id, pool, wanted, clock.instant());
            log.creating(created);
            backends.save(created);
        } else if (present.departing() || !present.spec().equals(wanted)) {
            log.changing(present);
            present.change(pool, wanted, clock.instant());
        }
        log.recheck(new Recheck(Recheck.Subject.BACKEND, id, ""));
    }

    /** Its flows have until the pool's drain timeout. */
    @Override
    public void remove(ChangeLog log, UUID id) {
        backends.findById(id).filter(backend -> !backend.departing()).ifPresent(backend -> {
            log.changing(backend);
            backend.depart(pools.findById(backend.poolId()).orElseThrow(), clock.instant());
        });
    }
}
