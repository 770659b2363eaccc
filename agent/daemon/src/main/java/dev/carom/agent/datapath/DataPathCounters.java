package dev.carom.agent.datapath;

import dev.carom.agent.forwarding.Reason;
import java.util.Map;
import java.util.UUID;

/** A snapshot of what a data path did since it was attached. Drops are counted where they happen. */
public record DataPathCounters(
        Map<Reason, Long> reasons, Map<UUID, Traffic> vips, Map<UUID, Traffic> backends, long flows, Engine engine) {

    public DataPathCounters {
        reasons = Map.copyOf(reasons);
        vips = Map.copyOf(vips);
        backends = Map.copyOf(backends);
    }

    /** {@code bytes} of whole frames without FCS. */
    public record Traffic(long packets, long bytes, long newFlows) {}

    /**
     * What the engine itself saw, in frames.
     *
     * @param received taken from the capture
     * @param injected put on the wire, answers included
     * @param kernelDrops lost because the capture ring was full
     * @param injectionDrops refused by the kernel on sending
     * @param truncated longer than the capture's snapshot length
     * @param stale older than 500 ms when read
     */
    public record Engine(
            long received, long injected, long kernelDrops, long injectionDrops, long truncated, long stale) {}
}
