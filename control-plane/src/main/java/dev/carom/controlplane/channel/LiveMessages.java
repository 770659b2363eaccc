package dev.carom.controlplane.channel;

import dev.carom.contract.v1.Live;
import dev.carom.controlplane.telemetry.SeriesSample;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Live samples from the wire. */
final class LiveMessages {
    private static final int MOST = 256;

    private LiveMessages() {}

    /** @throws IllegalArgumentException if there are more than anybody was asked for */
    static List<SeriesSample> toDomain(UUID node, Live live, Instant now) {
        if (live.getSamplesCount() > MOST) {
            throw new IllegalArgumentException("a live report has at most " + MOST + " samples");
        }
        return live.getSamplesList().stream()
                .map(sample -> new SeriesSample(
                        sample.getSeries(),
                        node,
                        now,
                        live.getIntervalMs(),
                        sample.getPackets(),
                        sample.getBytes(),
                        sample.getNewFlows(),
                        sample.hasFlows() ? sample.getFlows() : null))
                .toList();
    }
}
