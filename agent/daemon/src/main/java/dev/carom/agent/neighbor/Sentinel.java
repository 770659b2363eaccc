package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Watches who else answers for an owned VIP. It also asks: an answer to another host is unicast, and a switch would not
 * show it here. Pure: times are monotonic nanoseconds.
 */
final class Sentinel {
    /** The peer that owned a VIP may still speak while it learns of its loss. */
    private static final long GRACE = Duration.ofSeconds(2).toNanos();

    /**
     * How long a claim waits before it is told: where a VIP moves, the new owner announces it a moment before this node
     * hears that it owns it no more, and then nothing is wrong. A peer whose MAC is not known yet may be a stranger.
     */
    private static final long RELEASE = Duration.ofSeconds(1).toNanos();

    private static final long RELEASE_TO_PEER = Duration.ofMillis(1_500).toNanos();
    /** After a take-over the segment is asked soon, for it was not asked before. */
    private static final long FIRST_QUESTION = Duration.ofMillis(500).toNanos();

    private static final long ASK_INTERVAL = Duration.ofSeconds(3).toNanos();
    private static final long REPEAT_INTERVAL = Duration.ofSeconds(60).toNanos();

    private final Map<IpAddress, Watch> watched = new HashMap<>();
    private final List<Held> held = new ArrayList<>();

    private record Held(NeighborFinding finding, long tellAt) {}

    private static final class Watch {
        private final long since;
        private long askAt;
        private final Map<MacAddress, Long> toldAt = new HashMap<>();

        private Watch(long since) {
            this.since = since;
            this.askAt = since + FIRST_QUESTION;
        }
    }

    void add(Set<IpAddress> vips, long now) {
        vips.forEach(vip -> watched.computeIfAbsent(vip, unwatched -> new Watch(now)));
    }

    void remove(Set<IpAddress> vips) {
        watched.keySet().removeAll(vips);
        held.removeIf(each -> vips.contains(each.finding().vip()));
    }

    /** Judges a claim that is not this node's own. */
    void heard(Claim claim, Claimant claimant, long now) {
        Watch watch = watched.get(claim.address());
        if (watch == null || claimant instanceof Claimant.Peer && now - watch.since < GRACE) {
            return;
        }
        Long toldAt = watch.toldAt.get(claim.mac());
        if (toldAt != null && now - toldAt < REPEAT_INTERVAL) {
            return;
        }
        watch.toldAt.put(claim.mac(), now);
        String evidence = claim.mac() + " claims " + claim.address() + ", which this node owns";
        long release = claimant instanceof Claimant.Peer ? RELEASE_TO_PEER : RELEASE;
        held.add(new Held(new NeighborFinding(claim.address(), claim.mac(), claimant, evidence), now + release));
    }

    /** The claims of VIPs that this node still owns when their time has come. */
    List<NeighborFinding> ripe(long now) {
        List<NeighborFinding> ripe = held.stream()
                .filter(each -> now - each.tellAt() >= 0)
                .map(Held::finding)
                .toList();
        held.removeIf(each -> ripe.contains(each.finding()));
        return ripe;
    }

    /** The VIPs to ask the segment about now, at most {@code limit}. */
    List<IpAddress> due(long now, int limit) {
        List<IpAddress> due = new ArrayList<>();
        watched.forEach((vip, watch) -> {
            if (due.size() < limit && now - watch.askAt >= 0) {
                watch.askAt = now + ASK_INTERVAL;
                due.add(vip);
            }
        });
        return due;
    }
}
