package dev.carom.controlplane.vip;

import dev.carom.controlplane.config.Configuration;
import dev.carom.controlplane.config.Recheck;
import dev.carom.controlplane.pool.PoolRepository;
import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.problem.Violation;
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

/** Changes listeners. */
@Service
public class Listeners implements Resources<Listener, ListenerSpec> {
    private final Configuration configuration;
    private final ListenerRepository listeners;
    private final Vips vips;
    private final PoolRepository pools;
    private final Clock clock;

    Listeners(Configuration configuration, ListenerRepository listeners, Vips vips, PoolRepository pools, Clock clock) {
        this.configuration = configuration;
        this.listeners = listeners;
        this.vips = vips;
        this.pools = pools;
        this.clock = clock;
    }

    @Override
    public Listener find(UUID id) {
        return listeners.findById(id).orElseThrow(() -> new NotFound("listener", id));
    }

    @Override
    public List<Listener> findAll(Collection<UUID> ids) {
        return ByIds.of(listeners, ids);
    }

    public Revised<Listener> create(UUID vipId, ListenerSpec spec) {
        return create(UUID.randomUUID(), vipId, spec);
    }

    public Revised<Listener> create(UUID id, UUID vipId, ListenerSpec spec) {
        return configuration.change(log -> {
            vips.find(vipId);
            Listener listener = new Listener(id, vipId, spec, clock.instant());
            check(listener, spec);
            log.creating(listener);
            log.recheck(new Recheck(Recheck.Subject.VIP, vipId, "/poolId"));
            return listeners.save(listener);
        });
    }

    @Override
    public Revised<Listener> change(UUID id, ExpectedVersion expected, UnaryOperator<ListenerSpec> edit) {
        return configuration.change(log -> {
            Listener listener = find(id);
            expected.check(listener);
            ListenerSpec wanted = edit.apply(listener.spec());
            if (!wanted.equals(listener.spec())) {
                log.changing(listener);
                check(listener, wanted);
                listener.change(wanted, clock.instant());
                log.recheck(new Recheck(Recheck.Subject.VIP, listener.vipId(), "/poolId"));
            }
            return listener;
        });
    }

    private void check(Listener listener, ListenerSpec wanted) {
        UUID pool = wanted.poolId();
        if (!pools.existsById(pool)) {
            throw new InvalidResource("/poolId", "POOL_UNKNOWN", "There is no pool " + pool + ": create it first.");
        }
        for (Listener other : listeners.findByVipIdIn(List.of(listener.vipId()))) {
            if (!other.id().equals(listener.id()) && wanted.overlaps(other.spec())) {
                throw new Conflict(new Violation(
                        "/ports",
                        "LISTENER_OVERLAP",
                        "Listener " + other.name() + " of this VIP already takes "
                                + other.spec().protocol()
                                + " ports " + other.spec().ports()
                                + ": a packet can go to one pool only. Choose other ports, or change that listener."));
            }
        }
    }

    public Revised<Listener> delete(UUID id, ExpectedVersion expected) {
        return configuration.change(log -> {
            Listener listener = find(id);
            expected.check(listener);
            log.deleting(listener);
            listeners.delete(listener);
            return listener;
        });
    }
}
