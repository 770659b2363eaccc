package dev.carom.controlplane.pool;

import dev.carom.controlplane.config.ChangeLog;
import dev.carom.controlplane.config.Configuration;
import dev.carom.controlplane.config.Recheck;
import dev.carom.controlplane.problem.AlreadyThere;
import dev.carom.controlplane.problem.Conflict;
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

/** Changes pools. */
@Service
public class Pools implements Resources<Pool, PoolSpec> {
    private final Configuration configuration;
    private final PoolRepository pools;
    private final BackendRepository backends;
    private final PoolReferences references;
    private final PoolUsers users;
    private final Clock clock;

    Pools(
            Configuration configuration,
            PoolRepository pools,
            BackendRepository backends,
            PoolReferences references,
            PoolUsers users,
            Clock clock) {
        this.configuration = configuration;
        this.pools = pools;
        this.backends = backends;
        this.references = references;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public Pool find(UUID id) {
        return pools.findById(id).orElseThrow(() -> new NotFound("pool", id));
    }

    @Override
    public List<Pool> findAll(Collection<UUID> ids) {
        return ByIds.of(pools, ids);
    }

    /** @throws AlreadyThere if there is one with this id */
    public Revised<Pool> create(UUID id, PoolSpec spec) {
        return configuration.change(log -> {
            if (pools.existsById(id)) {
                throw new AlreadyThere("pool", id);
            }
            Pool pool = new Pool(id, spec, clock.instant());
            references.check(pool.id(), spec);
            log.creating(pool);
            return pools.save(pool);
        });
    }

    @Override
    public Revised<Pool> change(UUID id, ExpectedVersion expected, UnaryOperator<PoolSpec> edit) {
        return configuration.change(log -> {
            Pool pool = find(id);
            expected.check(pool);
            PoolSpec wanted = edit.apply(pool.spec());
            if (!wanted.equals(pool.spec())) {
                log.changing(pool);
                references.check(id, wanted);
                pool.change(wanted, clock.instant());
                recheckFallback(wanted, log);
            }
            return pool;
        });
    }

    private static void recheckFallback(PoolSpec wanted, ChangeLog log) {
        UUID fallback = wanted.fallbackPoolId();
        if (fallback != null) {
            log.recheck(new Recheck(Recheck.Subject.POOL, fallback, "/fallbackPoolId"));
        }
    }

    /** Its backends go with it: nothing sends them flows any more. */
    public Revised<Pool> delete(UUID id, ExpectedVersion expected) {
        return configuration.change(log -> {
            Pool pool = find(id);
            expected.check(pool);
            refuseInUse(pool, users.listenersOf(id), "Give those listeners another pool, or delete them, first.");
            refuseInUse(pool, pools.namesByFallback(id), "Give those pools another fallback first.");
            backends.findByPoolIdIn(List.of(id)).forEach(log::deleting);
            log.deleting(pool);
            backends.deleteByPool(id);
            pools.delete(pool);
            return pool;
        });
    }

    private static void refuseInUse(Pool pool, List<String> names, String remedy) {
        if (!names.isEmpty()) {
            throw new Conflict(
                    "POOL_IN_USE", "Pool " + pool.name() + " is used by: " + String.join(", ", names) + ". " + remedy);
        }
    }
}
