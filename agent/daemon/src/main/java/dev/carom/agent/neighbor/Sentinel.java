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

    private static final long ASK_INTERVAL = Duration.ofSeconds(3).toNanos();
    private static final long REPEAT_INTERVAL = Duration.ofSeconds(60).toNanos();

    private Set<MacAddress> own = Set.of();
    private final Map<IpAddress, Watch> watched = new HashMap<>();

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
    }

    /** Judges a claim; {@code backend} is whose MAC address it is, when a backend's. */
    Optional<NeighborFinding> heard(Claim claim, Optional<UUID> backend, long now) {
        Watch watch = watched.get(claim.address());
        if (watch == null || own.contains(claim.mac()) || now - watch.trustedFrom < 0) {
            return Optional.empty();
        }
        Long toldAt = watch.toldAt.get(claim.mac());
        if (toldAt != null && now - toldAt < REPEAT_INTERVAL) {
            return Optional.empty();
        }
        watch.toldAt.put(claim.mac(), now);
        Code code = backend.isPresent() ? Code.BACKEND_ANSWERS_ARP : Code.FOREIGN_OWNER;
        String evidence = claim.mac() + " claims " + claim.address() + ", which this node owns";
        return Optional.of(new NeighborFinding(code, claim.address(), claim.mac(), backend, evidence));
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
