package dev.carom.agent.health;

import dev.carom.agent.forwarding.Health;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is thought of one (listener, backend, path): of the backend by the listener's VIP, and of the service behind it
 * where several VIPs share one. Up is what both find up. Observations come from probe threads, one at a time by this
 * object's lock.
 */
final class Check {
    private final Target target;
    private final Dampener dampener;
    private final Consumer<HealthChanged> changes;
    private Judgement own;
    private @Nullable Judgement service;
    private Health health;
    private Instant since;
    private boolean failed;
    private boolean retired;

    Check(Target target, Judgement judgement, Consumer<HealthChanged> changes) {
        this.target = target;
        this.dampener = new Dampener(
                Math.max(1, target.monitor().rise()),
                Math.max(1, target.monitor().fall()));
        this.own = judgement;
        this.health = judgement.health();
        this.since = judgement.since();
        this.changes = changes;
    }

    Target target() {
        return target;
    }

    synchronized void observe(Observation observation, Instant now) {
        if (retired) {
            return;
        }
        failed = switch (observation) {
            case Observation.Passed passed -> false;
            case Observation.Failed seen -> true;
            case Observation.Inconclusive ignored -> failed;
            case Observation.Signalled ignored -> failed;
        };
        // Where several VIPs share a service, its own judgement keeps a flapping one down.
        own = (service == null ? dampener : new Dampener(1, dampener.fall())).judge(own, observation, now);
        settle(now);
    }

    /** What is thought of the shared service from now on. */
    synchronized void share(Judgement judgement, Instant now) {
        if (!retired) {
            service = judgement;
            settle(now);
        }
    }

    /** From now on nobody else is behind this service: what was thought of both goes on as one. */
    synchronized void standAlone() {
        own = deciding();
        service = null;
    }

    /**
     * Ends this check and begins its successor in one step, so that no result falls between them. A changed question
     * about the same backend is dampened like any other; another address is another backend.
     */
    synchronized Check askedAs(Target changed, Instant now) {
        boolean same = changed.address().equals(target.address())
                && changed.hop().equals(target.hop())
                && changed.decides() == target.decides();
        if (!same) {
            own = Judgement.unknown("not probed yet", now);
            settle(now);
        }
        retired = true;
        Check next = new Check(changed, own, changes);
        next.inherit(service, health, since);
        return next;
    }

    private synchronized void inherit(@Nullable Judgement shared, Health told, Instant when) {
        service = shared;
        health = told;
        since = when;
    }

    /** Nobody asks any more: what was known is not known any longer. */
    synchronized void forget(Instant now) {
        own = Judgement.unknown("no longer checked", now);
        service = null;
        settle(now);
        retired = true;
    }

    synchronized void retire() {
        retired = true;
    }

    /** The last probe through this VIP failed. */
    synchronized boolean hasFailed() {
        return failed;
    }

    synchronized Judgement own() {
        return own;
    }

    /** Of the service, as far as this check has heard of it. */
    synchronized Judgement service() {
        return service == null ? own : service;
    }

    synchronized HealthState state() {
        Target.Key key = target.key();
        Judgement deciding = deciding();
        return new HealthState(
                key.listener(),
                key.backend(),
                key.path(),
                target.decides(),
                health,
                deciding.reason(),
                since,
                deciding.observed());
    }

    private Judgement deciding() {
        return service == null || own.health() == Health.DOWN || service.health() == Health.UP ? own : service;
    }

    private void settle(Instant now) {
        Judgement deciding = deciding();
        if (deciding.health() == health) {
            return;
        }
        health = deciding.health();
        since = now;
        if (target.decides()) {
            Target.Key key = target.key();
            changes.accept(
                    new HealthChanged(key.listener(), key.backend(), health, deciding.reason(), since, key.path()));
        }
    }
}
