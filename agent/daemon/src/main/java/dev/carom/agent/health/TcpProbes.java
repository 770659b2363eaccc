package dev.carom.agent.health;

import dev.carom.agent.linux.TcpConnections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The TCP probes under way: each costs little more than its system calls. Owned by the thread of {@link TcpLoop}. */
final class TcpProbes {
    private static final int EADDRINUSE = 98;

    private final Doubts doubts;
    private final SourcePorts ports;
    private final TcpConnections connections;
    private final Map<Integer, Probe> running = new HashMap<>();

    /** {@code lease} is null for a DIRECT probe, whose source port the kernel chooses. */
    record Probe(int descriptor, Turn turn, SourcePorts.@Nullable Lease lease, long startedAt) {}

    TcpProbes(Doubts doubts, SourcePorts ports, TcpConnections connections) {
        this.doubts = doubts;
        this.ports = ports;
        this.connections = connections;
    }

    /** Empty when it ended at once. */
    Optional<Probe> start(Turn turn) {
        Target target = turn.target();
        long now = System.nanoTime();
        if (target.hop().isEmpty()) {
            return begun(turn, connections.open(target.address(), target.port(), 0), null, now);
        }
        OptionalInt slot = doubts.steerer().slotOf(target.hop().orElseThrow());
        if (slot.isEmpty()) {
            turn.end(new Observation.Inconclusive("no routing table is free for this backend"));
            return Optional.empty();
        }
        for (int i = 0; i < SourcePorts.PER_SLOT; i++) {
            Optional<SourcePorts.Lease> lease = ports.lease(slot.getAsInt(), target.address(), target.port());
            int port = lease.map(SourcePorts.Lease::port).orElse(0);
            int descriptor = port == 0 ? -EADDRINUSE : connections.open(target.address(), target.port(), port);
            if (descriptor != -EADDRINUSE) {
                return begun(turn, descriptor, lease.orElseThrow(), now);
            }
            lease.ifPresent(ports::giveBack);
        }
        turn.end(new Observation.Inconclusive("every source port of the probe is in use"));
        return Optional.empty();
    }

    private Optional<Probe> begun(Turn turn, int descriptor, SourcePorts.@Nullable Lease lease, long now) {
        if (descriptor < 0) {
            giveBack(lease);
            judge(turn, ProbeOutcome.ofConnect(-descriptor), now);
            return Optional.empty();
        }
        Probe probe = new Probe(descriptor, turn, lease, now);
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
            long millis = probe.turn().target().monitor().timeout().toMillis();
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
        judge(probe.turn(), seen, probe.startedAt());
    }

    /** To doubt a failure takes waiting for others, which this thread does not do. */
    private void judge(Turn turn, Observation seen, long startedAt) {
        Target target = turn.target();
        if (target.hop().isEmpty()) {
            turn.end(seen);
        } else if (seen instanceof Observation.Failed) {
            Thread.ofVirtual().name("carom-doubt").start(() -> turn.end(doubts.weigh(seen, target, startedAt)));
        } else {
            turn.end(doubts.weigh(seen, target, startedAt));
        }
    }

    private void giveBack(SourcePorts.@Nullable Lease lease) {
        if (lease != null) {
            ports.giveBack(lease);
        }
    }
}
