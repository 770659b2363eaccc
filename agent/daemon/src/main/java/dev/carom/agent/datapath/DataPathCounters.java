package dev.carom.agent.datapath;

import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.forwarding.ForwarderCounters.ListenerCount;
import dev.carom.agent.forwarding.ForwarderCounters.VipCount;
import dev.carom.agent.forwarding.Reason;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** A snapshot of what a data path did since it was attached. Drops are counted where they happen. */
public record DataPathCounters(
        Map<Reason, Long> reasons,
        List<VipCount> vips,
        List<ListenerCount> listeners,
        List<BackendCount> backends,
        long flows,
        Engine engine) {

    public static final DataPathCounters NONE =
            new DataPathCounters(Map.of(), List.of(), List.of(), List.of(), 0, new Engine(List.of(), 0, 0, 0, ""));

    public DataPathCounters {
        reasons = Map.copyOf(reasons);
        vips = List.copyOf(vips);
        listeners = List.copyOf(listeners);
        backends = List.copyOf(backends);
    }

    /**
     * What the engine itself saw.
     *
     * @param interfaces in the order of their index
     * @param controlDrops control frames that found their queue full
     * @param decisionFailures frames whose decision threw: a defect, each is logged
     * @param guardRestorations how often the kernel's guard was changed by somebody else and made good (TAMPERED)
     * @param guardChangedBy the processes that the kernel named the last time; empty when none
     */
    public record Engine(
            List<InterfaceCounters> interfaces,
            long controlDrops,
            long decisionFailures,
            long guardRestorations,
            String guardChangedBy) {
        public Engine {
            interfaces = List.copyOf(interfaces);
        }

        public long injected() {
            return sum(InterfaceCounters::injected);
        }

        public long kernelDrops() {
            return sum(InterfaceCounters::kernelDrops);
        }

        private long sum(ToLongFunction<InterfaceCounters> counter) {
            return interfaces.stream().mapToLong(counter).sum();
        }
    }

    /**
     * What one interface saw, in frames.
     *
     * @param received taken from the capture
     * @param injected put on the wire, answers included
     * @param notInjected refused by the kernel, the agent's own questions and announcements included
     * @param kernelDrops lost because the capture ring was full
     * @param truncated longer than the link's MTU, so that the capture holds a part of them only: super-frames
     * @param longestTruncated the longest of these, in bytes
     * @param partialChecksums sampled frames whose transport checksum a network card was still to fill in
     */
    public record InterfaceCounters(
            String name,
            long received,
            long injected,
            long notInjected,
            long kernelDrops,
            long truncated,
            long longestTruncated,
            long partialChecksums) {}
}
