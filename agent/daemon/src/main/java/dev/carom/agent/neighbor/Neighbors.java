package dev.carom.agent.neighbor;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.ControlFrames;
import dev.carom.agent.datapath.FrameSink;
import dev.carom.agent.packet.IpAddress;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Keeps the MAC addresses of backends, and the segment's knowledge of who owns a VIP. Safe for use from any thread. */
public final class Neighbors implements AutoCloseable {
    public Neighbors(List<AttachedInterface> interfaces, ControlFrames frames, FrameSink sink, NeighborEvents events) {}

    /** Replaces the set of backends to resolve; each is probed at once and then twice a second. */
    public void resolve(Collection<NeighborTarget> targets) {}

    /** What is known now; the age is counted to this moment. */
    public List<NeighborLearned> known() {
        return List.of();
    }

    /** Tells the segment that these VIPs live here: a burst, then a slow refresh until released. Idempotent. */
    public void announce(Set<IpAddress> vips) {}

    /** Falls silent about these VIPs. */
    public void release(Set<IpAddress> vips) {}

    @Override
    public void close() {}
}
