package dev.carom.controlplane.pool;

import dev.carom.controlplane.config.Configuration;
import dev.carom.controlplane.config.Recheck;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.resource.ByIds;
import dev.carom.controlplane.resource.ExpectedVersion;
import dev.carom.controlplane.resource.Resources;
import dev.carom.controlplane.resource.Revised;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Changes backends. */
@Service
public class Backends implements Resources<Backend, BackendSpec> {
    private final Configuration configuration;
    private final BackendRepository backends;
    private final Pools pools;
    private final Clock clock;

    Backends(Configuration configuration, BackendRepository backends, Pools pools, Clock clock) {
        this.configuration = configuration;
        this.backends = backends;
        this.pools = pools;
        this.clock = clock;
    }

    /** One that departs is found no more: it is deleted for everybody but its flows. */
    @Override
    public Backend find(UUID id) {
        return backends.findById(id)
                .filter(backend -> !backend.departing())
                .orElseThrow(() -> new NotFound("backend", id));
    }

    @Override
    public List<Backend> findAll(Collection<UUID> ids) {
        return ByIds.of(backends, ids);
    }

    public Revised<Backend> create(UUID poolId, BackendSpec spec) {
        return configuration.change(log -> {
            Backend backend = new Backend(UUID.randomUUID(), pools.find(poolId), spec, clock.instant());
            log.creating(backend);
            log.recheck(new Recheck(Recheck.Subject.BACKEND, backend.id(), "/address"));
            return backends.save(backend);
        });
    }

    @Override
    public Revised<Backend> change(UUID id, ExpectedVersion expected, UnaryOperator<BackendSpec> edit) {
        return configuration.change(log -> {
            Backend backend = find(id);
            expected.check(backend);
            BackendSpec wanted = edit.apply(backend.spec());
            if (!wanted.equals(backend.spec())) {
                log.changing(backend);
                backend.change(pools.find(backend.poolId()), wanted, clock.instant());
                log.recheck(new Recheck(Recheck.Subject.BACKEND, id, "/address"));
            }
            return backend;
        });
    }

    /** Its flows have until the pool's drain timeout, unless {@code force} cuts them. */
    public Revised<Backend> delete(UUID id, ExpectedVersion expected, boolean force) {
        return configuration.change(log -> {
            Backend backend = find(id);
            expected.check(backend);
            if (force) {
                log.deleting(backend);
                backends.delete(backend);
            } else {
                log.changing(backend);
                backend.depart(pools.find(backend.poolId()), clock.instant());
            }
            return backend;
        });
    }
}
