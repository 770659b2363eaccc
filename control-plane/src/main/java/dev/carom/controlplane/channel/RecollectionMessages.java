package dev.carom.controlplane.channel;

import dev.carom.contract.v1.KeptSecond;
import dev.carom.controlplane.command.Recollection;
import java.time.Duration;

/** What nodes kept, from the wire. */
final class RecollectionMessages {
    private static final int MOST = 1_000;

    private RecollectionMessages() {}

    /** @throws IllegalArgumentException if it is more than 15 minutes of seconds */
    static Recollection toDomain(dev.carom.contract.v1.Recollection message) {
        if (message.getSecondsCount() > MOST) {
            throw new IllegalArgumentException("a node keeps at most " + MOST + " seconds");
        }
        return new Recollection(message.getSecondsList().stream()
                .map(RecollectionMessages::second)
                .toList());
    }

    private static Recollection.Second second(KeptSecond second) {
        return new Recollection.Second(
                Duration.ofMillis(second.getEndedMsAgo()),
                Duration.ofMillis(second.getLengthMs()),
                second.getPackets(),
                second.getBytes(),
                second.getNewFlows(),
                second.hasFlows() ? second.getFlows() : null);
    }
}
