package dev.carom.agent.datapath;

import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.forwarding.ForwarderCounters.VipCount;
import dev.carom.agent.forwarding.Reason;
import java.util.List;
import java.util.Map;

/** A snapshot of what a data path did since it was attached. Drops are counted where they happen. */
public record DataPathCounters(
        Map<Reason, Long> reasons, List<VipCount> vips, List<BackendCount> backends, long flows, Engine engine) {

    public DataPathCounters {
        reasons = Map.copyOf(reasons);
        vips = List.copyOf(vips);
        backends = List.copyOf(backends);
    }

    /**
     * What the engine itself saw, in frames.
     *
     * @param received taken from the capture
     * @param injected put on the wire, answers included
     * @param kernelDrops lost because the capture ring was full
     * @param controlDrops control frames that found their queue full
     * @param decisionFailures frames whose decision threw: a defect, each is logged
     * @param guardRestorations how often the kernel's guard was changed by somebody else and made good (TAMPERED)
     */
    public record Engine(
            long received,
            long injected,
            long kernelDrops,
            long controlDrops,
            long decisionFailures,
            long guardRestorations) {}
}
