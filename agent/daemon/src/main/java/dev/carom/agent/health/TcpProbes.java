package dev.carom.agent.health;

import dev.carom.agent.linux.TcpConnections;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The TCP probes under way: each costs little more than its system calls. Owned by the thread of {@link TcpLoop}. */
final class TcpProbes {
    private static final int EADDRINUSE = 98;

    private final Clock clock;
    private final Doubts doubts;
    private final SourcePorts ports;
    private final TcpConnections connections;
    private final Map<Integer, Probe> running = new HashMap<>();

    /** {@code lease} is null for a DIRECT probe, whose source port the kernel chooses. */
    record Probe(int descriptor, Check check, SourcePorts.@Nullable Lease lease, long startedAt) {}

    TcpProbes(Clock clock, Doubts doubts, SourcePorts ports, TcpConnections connections) {
        this.clock = clock;
        this.doubts = doubts;
        this.ports = ports;
        this.connections = connections;
    }

    /** Empty when the probe before it still runs, or this one ended at once. */
    Optional<Probe> start(Check check) {
        if (!check.begin()) {
            return Optional.empty();
        }
        Target target = check.target();
        long now = System.nanoTime();
        if (target.hop().isEmpty()) {
            return begun(check, connections.open(target.address(), target.port(), 0), null, now);
        }
        OptionalInt slot = doubts.steerer().slotOf(target.hop().orElseThrow());
        if (slot.isEmpty()) {
            conclude(check, new Observation.Inconclusive("no routing table is free for this backend"));
            return Optional.empty();
        }
        for (int i = 0; i < SourcePorts.PER_SLOT; i++) {
            Optional<SourcePorts.Lease> lease = ports.lease(slot.getAsInt(), target.address(), target.port());
            int port = lease.map(SourcePorts.Lease::port).orElse(0);
            int descriptor = port == 0 ? -EADDRINUSE : connections.open(target.address(), target.port(), port);
            if (descriptor != -EADDRINUSE) {
                return begun(check, descriptor, lease.orElseThrow(), now);
            }
            lease.ifPresent(ports::giveBack);
        }
        conclude(check, new Observation.Inconclusive("every source port of the probe is in use"));
        return Optional.empty();
    }

    private Optional<Probe> begun(Check check, int descriptor, SourcePorts.@Nullable Lease lease, long now) {
        if (descriptor < 0) {
            giveBack(lease);
            judge(check, ProbeOutcome.ofConnect(-descriptor), now);
            return Optional.empty();
        }
        Probe probe = new Probe(descriptor, check, lease, now);
        running.put(descriptor, probe);
        return Optional.of(probe);
    }

    void ended(int descriptor, int errno) {
        Probe probe = running.get(descriptor);
        if (probe != null) {
            end(probe, errno == 0 ? passed(probe) : ProbeOutcome.ofConnect(errno));
        }
    }

    /** The time of this probe is up, if it still runs. */
    void expire(Probe probe) {
        if (running.get(probe.descriptor()) == probe) {
            long millis = probe.check().target().monitor().timeout().toMillis();
            end(probe, new Observation.Failed("no connection within " + millis + " ms", true));
        }
    }

    void stop() {
        running.keySet().forEach(connections::close);
        running.clear();
    }

    private static Observation passed(Probe probe) {
        return new Observation.Passed("connected in " + (System.nanoTime() - probe.startedAt()) / 1_000 + " µs");
    }

    private void end(Probe probe, Observation seen) {
        running.remove(probe.descriptor());
        connections.close(probe.descriptor());
        giveBack(probe.lease());
        judge(probe.check(), seen, probe.startedAt());
    }

    /** To doubt a failure takes waiting for others, which this thread does not do. */
    private void judge(Check check, Observation seen, long startedAt) {
        Target target = check.target();
        if (target.hop().isEmpty()) {
            conclude(check, seen);
        } else if (seen instanceof Observation.Failed) {
            Thread.ofVirtual().name("carom-doubt").start(() -> conclude(check, doubts.weigh(seen, target, startedAt)));
        } else {
            conclude(check, doubts.weigh(seen, target, startedAt));
        }
    }

    private void conclude(Check check, Observation seen) {
        check.observe(seen, clock.instant());
        check.end();
    }

    private void giveBack(SourcePorts.@Nullable Lease lease) {
        if (lease != null) {
            ports.giveBack(lease);
        }
    }
}
