package dev.carom.agent.forwarding;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Counts since the forwarder was made. Written by the data path's thread, read by any without a lock. */
public final class ForwarderCounters {
    private final Tally[] reasons =
            Stream.generate(Tally::new).limit(Reason.values().length).toArray(Tally[]::new);
    private final Tally flows = new Tally();
    private volatile LoadedTable loaded;

    ForwarderCounters(LoadedTable loaded) {
        this.loaded = loaded;
    }

    /** {@code bytes} count whole frames without FCS, on the request path only. */
    public record VipCount(UUID vip, long packets, long bytes, long newFlows) {}

    /**
     * As {@link VipCount}, of what its ports say is a listener's: later fragments, which carry none, count for the VIP.
     *
     * @param dropped packets that reached the listener and no backend
     */
    public record ListenerCount(UUID listener, long packets, long bytes, long newFlows, long dropped) {}

    /**
     * @param flows remembered now
     * @param bounced frames that this backend sent back
     * @param unreachable ICMP unreachables of this backend about packets to a VIP
     */
    public record BackendCount(
            UUID backend, long packets, long bytes, long newFlows, long flows, long bounced, long unreachable) {}

    /** Counts what the engine itself drops, such as {@link Reason#DROPPED_STALE}: data path thread only. */
    public void count(Reason reason) {
        reasons[reason.ordinal()].increment();
    }

    void count(Reason reason, int frames) {
        reasons[reason.ordinal()].add(frames);
    }

    public long of(Reason reason) {
        return reasons[reason.ordinal()].get();
    }

    /** Frames by reason, every reason present. */
    public Map<Reason, Long> reasons() {
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            counts.put(reason, of(reason));
        }
        return counts;
    }

    /** Of the VIPs in the table that was applied last. */
    public List<VipCount> vips() {
        return loaded.vips().stream().map(VipState::count).toList();
    }

    /** Of the listeners in the table that was applied last. */
    public List<ListenerCount> listeners() {
        return loaded.listeners().stream().map(ListenerState::count).toList();
    }

    /** Of the backends in the table that was applied last, and of those gone from it that flows still remember. */
    public List<BackendCount> backends() {
        return loaded.backends().stream()
                .filter(Objects::nonNull)
                .map(BackendState::count)
                .toList();
    }

    /** Flows remembered now. */
    public long flows() {
        return flows.get();
    }

    void loaded(LoadedTable loaded) {
        this.loaded = loaded;
    }

    /** Counts each flow for its backend, by the backend's stable number. */
    FlowOwners owners() {
        return new FlowOwners() {
            @Override
            public void gained(int owner) {
                flows.increment();
                loaded.backendState(owner).flows.increment();
            }

            @Override
            public void lost(int owner) {
                flows.decrement();
                loaded.backendState(owner).flows.decrement();
            }
        };
    }
}
