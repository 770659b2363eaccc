package dev.carom.agent.symptom;

import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Backends whose ICMP unreachables about a VIP passed this node: a signal for their health, and no finding. */
public final class RefusedPackets implements Symptom {
    private final Consumer<UUID> signal;
    private final Growth<UUID> growth = new Growth<>();

    /** @param signal told of the backend at each look that finds more of them */
    public RefusedPackets(Consumer<UUID> signal) {
        this.signal = signal;
    }

    @Override
    public void look(Sight sight) {
        for (BackendCount count : sight.counters().backends()) {
            if (growth.of(count.backend(), count.unreachable()) > 0) {
                signal.accept(count.backend());
            }
        }
        growth.retain(
                sight.counters().backends().stream().map(BackendCount::backend).collect(Collectors.toSet()));
    }
}
