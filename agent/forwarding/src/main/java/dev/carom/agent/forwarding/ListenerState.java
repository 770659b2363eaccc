package dev.carom.agent.forwarding;

import java.util.UUID;

/** What the data path keeps of a listener from table to table. */
final class ListenerState {
    final UUID id;
    final Tally packets = new Tally();
    final Tally bytes = new Tally();
    final Tally newFlows = new Tally();
    final Tally dropped = new Tally();

    ListenerState(UUID id) {
        this.id = id;
    }

    ForwarderCounters.ListenerCount count() {
        return new ForwarderCounters.ListenerCount(id, packets.get(), bytes.get(), newFlows.get(), dropped.get());
    }
}
