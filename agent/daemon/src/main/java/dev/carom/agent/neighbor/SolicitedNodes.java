package dev.carom.agent.neighbor;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.packet.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.HashMap;
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

    private List<AttachedInterface> interfaces = List.of();
    private final Map<IpAddress, DatagramChannel> memberships = new HashMap<>();

    /** Joins anew on these: a membership goes with its interface. */
    void attach(List<AttachedInterface> links) {
        Set<IpAddress> vips = Set.copyOf(memberships.keySet());
        leave(vips);
        interfaces = List.copyOf(links);
        join(vips);
    }

    void join(Set<IpAddress> vips) {
        vips.stream()
                .filter(vip -> !vip.isIpv4() && !memberships.containsKey(vip))
                .forEach(this::join);
    }

    /** A socket per VIP: several VIPs may share a group, and the kernel counts the sockets. */
    private void join(IpAddress vip) {
        try {
            DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET6);
            memberships.put(vip, channel);
            InetAddress group = InetAddress.getByAddress(
                    NeighborDiscoveryFrame.solicitedNode(vip).toBytes());
            for (AttachedInterface link : interfaces) {
                join(channel, group, link);
            }
        } catch (IOException failure) {
            LOG.warn("Cannot join the solicited-node group of {}", vip, failure);
        }
    }

    private static void join(DatagramChannel channel, InetAddress group, AttachedInterface link) throws IOException {
        NetworkInterface present = NetworkInterface.getByName(link.name());
        if (present == null) {
            LOG.warn("Cannot join {} on {}: the interface is gone", group, link.name());
        } else {
            channel.join(group, present);
        }
    }

    void leave(Set<IpAddress> vips) {
        for (IpAddress vip : vips) {
            DatagramChannel channel = memberships.remove(vip);
            if (channel != null) {
                close(channel);
            }
        }
    }

    private static void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException failure) {
            LOG.debug("closing a membership", failure);
        }
    }

    @Override
    public void close() {
        leave(Set.copyOf(memberships.keySet()));
    }
}
