package dev.carom.agent.health;

import dev.carom.agent.forwarding.DesiredState.HealthMonitor;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.DesiredState.MonitorType;
import dev.carom.agent.packet.IpAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is asked at an interval, until it is retired. */
final class Round {
    private final Key key;
    private final Asked asked;
    private final Prober prober;
    private final Clock clock;
    private final AtomicBoolean probing = new AtomicBoolean();
    private volatile boolean retired;

    /** {@code vip} is the one whose presence is asked; empty for the service. */
    record Key(UUID backend, MonitorPath path, int port, Optional<IpAddress> vip) {}

    Round(Key key, Asked asked, Prober prober, Clock clock) {
        this.key = key;
        this.asked = asked;
        this.prober = prober;
        this.clock = clock;
    }

    Key key() {
        return key;
    }

    Duration interval() {
        return switch (asked) {
            case Service service -> monitor().interval();
            case Presence presence -> Presence.interval(monitor());
        };
    }

    int jitterPercent() {
        return monitor().jitterPercent();
    }

    boolean asksByTcp() {
        return switch (asked) {
            case Service service -> monitor().type() == MonitorType.TCP;
            case Presence presence -> Presence.type(monitor()) == MonitorType.TCP;
        };
    }

    /** Empty while the probe before still runs: a timeout may be longer than the interval. */
    Optional<Turn> begin() {
        if (!probing.compareAndSet(false, true)) {
            return Optional.empty();
        }
        Passage passage = asked.next();
        return Optional.of(new Turn(passage.target(), prober, seen -> end(passage, seen)));
    }

    private void end(Passage passage, Observation seen) {
        try {
            asked.conclude(passage, seen, clock.instant());
        } finally {
            probing.set(false);
        }
    }

    boolean isRetired() {
        return retired;
    }

    void retire() {
        retired = true;
        if (asked instanceof Service service) {
            service.retire();
        }
    }

    private HealthMonitor monitor() {
        return switch (asked) {
            case Service service -> service.monitor();
            case Presence presence -> presence.passage().target().monitor();
        };
    }

    Asked asked() {
        return asked;
    }
}
