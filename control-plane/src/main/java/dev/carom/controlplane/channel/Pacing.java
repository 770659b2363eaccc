package dev.carom.controlplane.channel;

import dev.carom.controlplane.config.RevisionId;
import dev.carom.controlplane.rollout.Hash;
import dev.carom.controlplane.rollout.StoredState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one stream sends: the newest state, one at a time. It keeps no queue: whatever became old while a
 * snapshot was in flight is never sent. Pure but for its own fields; belongs to the stream's thread.
 */
final class Pacing {
    private final long heartbeatNanos;
    private final long acknowledgementWaitNanos;
    private @Nullable RevisionId held;
    private @Nullable Hash heldHash;
    private boolean greeted;
    private boolean inFlight;
    private long sentAt;
    /** Heartbeats also say that the stream is the node's still: other messages do not take their place. */
    private long lastBeat;

    /** @param held what the node said that it has, with its hash; null if nothing */
    Pacing(ChannelTimings timings, @Nullable RevisionId held, @Nullable Hash heldHash, long nowNanos) {
        this.heartbeatNanos = timings.heartbeat().toNanos();
        this.acknowledgementWaitNanos = timings.acknowledgementWait().toNanos();
        this.held = held;
        this.heldHash = heldHash;
        this.lastBeat = nowNanos;
    }

    /**
     * A lower pair than the node has is this replica being behind another: it waits for the newer one.
     *
     * @param current what the node is to have; empty while that is not known, or pushes are stopped
     * @param refused whether the node refused a state before: it is not sent again until it changes
     */
    Step next(Optional<StoredState> current, Predicate<StoredState> refused, long nowNanos) {
        if (nowNanos - lastBeat >= heartbeatNanos) {
            lastBeat = nowNanos;
            return new Step.Heartbeat();
        }
        boolean blocked = inFlight && nowNanos - sentAt < acknowledgementWaitNanos;
        if (current.isPresent() && !blocked) {
            StoredState state = current.get();
            boolean stale = held != null && held.isAbove(state.id());
            if (!stale && !has(state) && !refused.test(state)) {
                return sending(state, nowNanos);
            }
            if (!stale && !greeted) {
                greeted = true;
                return new Step.UpToDate();
            }
        }
        long untilHeartbeat = heartbeatNanos - (nowNanos - lastBeat);
        long untilFree = blocked ? acknowledgementWaitNanos - (nowNanos - sentAt) : Long.MAX_VALUE;
        return new Step.Wait(Duration.ofNanos(Math.min(untilHeartbeat, untilFree)));
    }

    /** The node has answered to what it was sent last, or to something later. */
    void acknowledged(RevisionId id) {
        if (held != null && !held.isAbove(id)) {
            inFlight = false;
        }
    }

    private Step sending(StoredState state, long nowNanos) {
        held = state.id();
        heldHash = state.hash();
        greeted = true;
        inFlight = true;
        sentAt = nowNanos;
        return new Step.Send(state);
    }

    private boolean has(StoredState state) {
        return state.id().equals(held) && state.hash().equals(heldHash);
    }
}
