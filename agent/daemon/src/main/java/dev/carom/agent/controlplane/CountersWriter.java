package dev.carom.agent.controlplane;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.contract.v1.BackendCounters;
import dev.carom.contract.v1.Counters;
import dev.carom.contract.v1.ListenerCounters;
import dev.carom.contract.v1.ReasonCounter;
import dev.carom.contract.v1.VipCounters;

/** Writes absolute counters; a reason that counted nothing is left out. */
final class CountersWriter {
    private CountersWriter() {}

    static Counters write(DataPathCounters counters) {
        Counters.Builder message = Counters.newBuilder().setFlows(counters.flows());
        counters.vips()
                .forEach(count -> message.addVips(VipCounters.newBuilder()
                        .setVipId(Uuids.toBytes(count.vip()))
                        .setPackets(count.packets())
                        .setBytes(count.bytes())
                        .setNewFlows(count.newFlows())));
        counters.listeners()
                .forEach(count -> message.addListeners(ListenerCounters.newBuilder()
                        .setListenerId(Uuids.toBytes(count.listener()))
                        .setPackets(count.packets())
                        .setBytes(count.bytes())
                        .setNewFlows(count.newFlows())
                        .setDropped(count.dropped())));
        counters.backends()
                .forEach(count -> message.addBackends(BackendCounters.newBuilder()
                        .setBackendId(Uuids.toBytes(count.backend()))
                        .setPackets(count.packets())
                        .setBytes(count.bytes())
                        .setNewFlows(count.newFlows())
                        .setFlows(count.flows())));
        counters.reasons().forEach((reason, packets) -> {
            if (packets > 0) {
                message.addReasons(
                        ReasonCounter.newBuilder().setReason(reason.name()).setPackets(packets));
            }
        });
        return message.build();
    }
}
