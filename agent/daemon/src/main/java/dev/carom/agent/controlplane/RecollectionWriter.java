package dev.carom.agent.controlplane;

import dev.carom.agent.traffic.Moment;
import dev.carom.contract.v1.KeptSecond;
import dev.carom.contract.v1.Recollection;
import java.util.List;

/** Writes what is kept of a series as the contract's message. Pure. */
final class RecollectionWriter {
    private RecollectionWriter() {}

    static Recollection write(List<Moment> moments) {
        Recollection.Builder message = Recollection.newBuilder();
        moments.forEach(moment -> message.addSeconds(second(moment)));
        return message.build();
    }

    private static KeptSecond.Builder second(Moment moment) {
        KeptSecond.Builder second = KeptSecond.newBuilder()
                .setEndedMsAgo(moment.ago().toMillis())
                .setLengthMs(moment.length().toMillis())
                .setPackets(moment.packets())
                .setBytes(moment.bytes())
                .setNewFlows(moment.newFlows());
        moment.flows().ifPresent(second::setFlows);
        return second;
    }
}
