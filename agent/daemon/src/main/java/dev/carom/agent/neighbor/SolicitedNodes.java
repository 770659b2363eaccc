package dev.carom.agent.neighbor;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.packet.IpAddress;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Membership in the groups by which the segment asks for owned IPv6 VIPs: switches that snoop MLD, and NIC filters, hand
 * the questions over only then. The kernel leaves them all when the process ends. Owned by the neighbours' thread.
 */
final class SolicitedNodes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SolicitedNodes.class);

    private final MulticastSockets sockets = new MulticastSockets();
    /** Several VIPs may share a group: those that end in the same three bytes. */
    private final Map<IpAddress, Set<IpAddress>> vipsByGroup = new HashMap<>();

    private List<AttachedInterface> links = List.of();

    /** Joins anew on these: a membership goes with its interface. */
    void attach(List<AttachedInterface> present) {
        vipsByGroup.keySet().forEach(sockets::leave);
        links = List.copyOf(present);
        vipsByGroup.keySet().forEach(this::joinGroup);
    }

    void join(Set<IpAddress> vips) {
        for (IpAddress vip : vips) {
            if (!vip.isIpv4()) {
                IpAddress group = NeighborDiscoveryFrame.solicitedNode(vip);
                Set<IpAddress> members = vipsByGroup.computeIfAbsent(group, fresh -> new HashSet<>());
                if (members.isEmpty()) {
                    joinGroup(group);
                }
                members.add(vip);
            }
        }
    }

    private void joinGroup(IpAddress group) {
        try {
            sockets.join(group, links);
        } catch (IOException failure) {
            LOG.warn("Cannot join the solicited-node group {}", group, failure);
        }
    }

    void leave(Set<IpAddress> vips) {
        for (IpAddress vip : vips) {
            IpAddress group = NeighborDiscoveryFrame.solicitedNode(vip);
            Set<IpAddress> members = vipsByGroup.getOrDefault(group, Set.of());
            if (members.contains(vip)) {
                members.remove(vip);
                if (members.isEmpty()) {
                    vipsByGroup.remove(group);
                    sockets.leave(group);
                }
            }
        }
    }

    @Override
    public void close() {
        vipsByGroup.keySet().forEach(sockets::leave);
        vipsByGroup.clear();
    }
}
