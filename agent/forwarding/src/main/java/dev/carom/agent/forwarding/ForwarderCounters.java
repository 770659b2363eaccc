package dev.carom.agent.forwarding;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Counts since the forwarder was made. Written by the data path's thread, read by any without a lock. */
public final class ForwarderCounters {
    ForwarderCounters() {}

    /** {@code bytes} count whole frames without FCS, on the request path only. */
    public record VipCount(UUID vip, long packets, long bytes, long newFlows) {}

    /** {@code flows} is how many are remembered now; {@code bounced} how many frames this backend sent back. */
    public record BackendCount(UUID backend, long packets, long bytes, long newFlows, long flows, long bounced) {}

    /** Counts what the engine itself drops, such as {@link Reason#DROPPED_STALE}: data path thread only. */
    public void count(Reason reason) {}

    public long of(Reason reason) {
        return 0;
    }

    /** Frames by reason, every reason present. */
    public Map<Reason, Long> reasons() {
        return Map.of();
    }

    public List<VipCount> vips() {
        return List.of();
    }

    public List<BackendCount> backends() {
        return List.of();
    }

    /** Flows remembered now. */
    public long flows() {
        return 0;
    }
}
