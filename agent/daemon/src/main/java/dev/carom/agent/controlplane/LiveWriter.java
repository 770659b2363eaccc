package dev.carom.agent.controlplane;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.contract.v1.Live;
import dev.carom.contract.v1.LiveSample;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Writes what was done between two snapshots of the counters for some series. Pure. */
final class LiveWriter {
    private LiveWriter() {}

    /** A series that this node does not have is left out: another node tells it. */
    static Live write(Set<String> series, DataPathCounters base, DataPathCounters now, Duration interval) {
        Map<String, LiveSample> before = samples(base);
        Live.Builder live = Live.newBuilder().setIntervalMs(interval.toMillis());
        samples(now).forEach((name, sample) -> {
            if (series.contains(name)) {
                live.addSamples(difference(before.getOrDefault(name, LiveSample.getDefaultInstance()), sample));
            }
        });
        return live.build();
    }

    private static Map<String, LiveSample> samples(DataPathCounters counters) {
        Map<String, LiveSample> samples = new HashMap<>();
        counters.vips()
                .forEach(count -> samples.put(
                        "vips/" + count.vip(),
                        LiveSample.newBuilder()
                                .setSeries("vips/" + count.vip())
                                .setPackets(count.packets())
                                .setBytes(count.bytes())
                                .setNewFlows(count.newFlows())
                                .build()));
        counters.backends()
                .forEach(count -> samples.put(
                        "backends/" + count.backend(),
                        LiveSample.newBuilder()
                                .setSeries("backends/" + count.backend())
                                .setPackets(count.packets())
                                .setBytes(count.bytes())
                                .setNewFlows(count.newFlows())
                                .setFlows(count.flows())
                                .build()));
        return samples;
    }

    /** Never negative: a counter that began anew counts from nothing. */
    private static LiveSample difference(LiveSample before, LiveSample now) {
        boolean anew = now.getPackets() < before.getPackets();
        return anew
                ? now
                : now.toBuilder()
                        .setPackets(now.getPackets() - before.getPackets())
                        .setBytes(Math.max(0, now.getBytes() - before.getBytes()))
                        .setNewFlows(Math.max(0, now.getNewFlows() - before.getNewFlows()))
                        .build();
    }
}
