package dev.carom.agent.forwarding;

import java.util.UUID;

/** What the data path keeps of a backend from table to table, until its last flow is gone. */
final class BackendState {
    final UUID id;
    /** Its stable number, by which flows remember it; given to another only when no flow has it. */
    final int slot;

    final Tally packets = new Tally();
    final Tally bytes = new Tally();
    final Tally newFlows = new Tally();
    final Tally flows = new Tally();
    final Tally bounced = new Tally();
    final Tally unreachable = new Tally();

    BackendState(UUID id, int slot) {
        this.id = id;
        this.slot = slot;
    }

    ForwarderCounters.BackendCount count() {
        return new ForwarderCounters.BackendCount(
                id, packets.get(), bytes.get(), newFlows.get(), flows.get(), bounced.get(), unreachable.get());
    }
}
