package dev.carom.agent.forwarding;

import java.util.UUID;

/** What the data path keeps of a VIP from table to table. */
final class VipState {
    final UUID id;
    final Tally packets = new Tally();
    final Tally bytes = new Tally();
    final Tally newFlows = new Tally();
    final TokenBucket newFlowLimit = new TokenBucket();

    VipState(UUID id) {
        this.id = id;
    }

    ForwarderCounters.VipCount count() {
        return new ForwarderCounters.VipCount(id, packets.get(), bytes.get(), newFlows.get());
    }
}
