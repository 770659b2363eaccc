package dev.carom.agent.health;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One target and what is thought of it. Observations come from probe threads, one at a time by this object's lock. */
final class Check {
    private final Target target;
    private final Prober prober;
    private final Dampener dampener;
    private final Consumer<HealthChanged> changes;
    private final AtomicBoolean probing = new AtomicBoolean();
    private Judgement judgement;
    private boolean retired;

    Check(Target target, Prober prober, Judgement judgement, Consumer<HealthChanged> changes) {
        this.target = target;
        this.prober = prober;
        this.dampener = new Dampener(
                Math.max(1, target.monitor().rise()),
                Math.max(1, target.monitor().fall()));
        this.judgement = judgement;
        this.changes = changes;
    }

    Target target() {
        return target;
    }

    Prober prober() {
        return prober;
    }

    /** False while the probe before still runs: a timeout may be longer than the interval. */
    boolean begin() {
        return probing.compareAndSet(false, true);
    }

    void end() {
        probing.set(false);
    }

    synchronized void observe(Observation observation, Instant now) {
        if (!retired) {
            become(dampener.judge(judgement, observation, now));
        }
    }

    /**
     * Ends this check and begins its successor in one step, so that no result falls between them. A changed question
     * about the same backend is dampened like any other; another address is another backend.
     */
    synchronized Check askedAs(Target changed, Prober changedProber, Instant now) {
        boolean same = changed.address().equals(target.address())
                && changed.hop().equals(target.hop())
                && changed.decides() == target.decides();
        if (!same) {
            become(Judgement.unknown("not probed yet", now));
        }
        retired = true;
        return new Check(changed, changedProber, judgement, changes);
    }

    /** Nobody asks any more: what was known is not known any longer. */
    synchronized void forget(Instant now) {
        become(Judgement.unknown("no longer checked", now));
        retired = true;
    }

    synchronized void retire() {
        retired = true;
    }

    synchronized boolean isRetired() {
        return retired;
    }

    synchronized HealthState state() {
        Target.Key key = target.key();
        return new HealthState(
                key.listener(),
                key.backend(),
                key.path(),
                target.decides(),
                judgement.health(),
                judgement.reason(),
                judgement.since(),
                judgement.observed());
    }

    private void become(Judgement next) {
        boolean changed = next.health() != judgement.health();
        judgement = next;
        if (changed && target.decides()) {
            Target.Key key = target.key();
            changes.accept(new HealthChanged(
                    key.listener(), key.backend(), next.health(), next.reason(), next.since(), key.path()));
        }
    }
}
