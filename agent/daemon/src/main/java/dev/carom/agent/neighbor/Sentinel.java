package dev.carom.agent.neighbor;

import dev.carom.agent.neighbor.NeighborFinding.Code;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Watches who else answers for an owned VIP. It also asks: an answer to another host is unicast, and a switch would not
 * show it here. Pure: times are monotonic nanoseconds.
 */
final class Sentinel {
    /** The former owner may still speak while it learns of its loss. */
    private static final long GRACE = Duration.ofSeconds(2).toNanos();

    /**
     * How long a claim waits before it is told: where a VIP moves, the new owner announces it a moment before this node
     * hears that it owns it no more, and then nothing is wrong.
     */
    private static final long RELEASE = Duration.ofSeconds(1).toNanos();

    private static final long ASK_INTERVAL = Duration.ofSeconds(3).toNanos();
    private static final long REPEAT_INTERVAL = Duration.ofSeconds(60).toNanos();

    private Set<MacAddress> own = Set.of();
    private final Map<IpAddress, Watch> watched = new HashMap<>();
    private final List<Held> held = new ArrayList<>();

    private record Held(NeighborFinding finding, long tellAt) {}

    private static final class Watch {
        private final long trustedFrom;
        private long askAt;
        private final Map<MacAddress, Long> toldAt = new HashMap<>();

        private Watch(long trustedFrom) {
            this.trustedFrom = trustedFrom;
            this.askAt = trustedFrom;
        }
    }

    /** Whose claims are this node's own. */
    void attach(Set<MacAddress> macs) {
        own = Set.copyOf(macs);
    }

    void add(Set<IpAddress> vips, long now) {
        vips.forEach(vip -> watched.computeIfAbsent(vip, unwatched -> new Watch(now + GRACE)));
    }

    void remove(Set<IpAddress> vips) {
        watched.keySet().removeAll(vips);
        held.removeIf(each -> vips.contains(each.finding().vip()));
    }

    /** Judges a claim; {@code backend} is whose MAC address it is, when a backend's. */
    void heard(Claim claim, Optional<UUID> backend, long now) {
        Watch watch = watched.get(claim.address());
        if (watch == null || own.contains(claim.mac()) || now - watch.trustedFrom < 0) {
            return;
        }
        Long toldAt = watch.toldAt.get(claim.mac());
        if (toldAt != null && now - toldAt < REPEAT_INTERVAL) {
            return;
        }
        watch.toldAt.put(claim.mac(), now);
        Code code = backend.isPresent() ? Code.BACKEND_ANSWERS_ARP : Code.FOREIGN_OWNER;
        String evidence = claim.mac() + " claims " + claim.address() + ", which this node owns";
        held.add(new Held(new NeighborFinding(code, claim.address(), claim.mac(), backend, evidence), now + RELEASE));
    }

    /** The claims of VIPs that this node still owns a second after them. */
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
