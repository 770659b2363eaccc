package dev.carom.agent.neighbor;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.packet.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.MembershipKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds IPv6 group memberships with few sockets: thousands of VIPs would need as many descriptors. One thread. */
final class MulticastSockets {
    private static final Logger LOG = LoggerFactory.getLogger(MulticastSockets.class);

    /** net.core.optmem_max limits what one socket may hold: 20 kB, and about 60 bytes each, on old kernels. */
    private static final int GROUPS_PER_SOCKET = 64;

    private final List<Socket> sockets = new ArrayList<>();
    private final Map<IpAddress, Membership> memberships = new HashMap<>();

    private static final class Socket {
        private final DatagramChannel channel;
        private int groups;

        private Socket(DatagramChannel channel) {
            this.channel = channel;
        }
    }

    private record Membership(Socket socket, List<MembershipKey> keys) {}

    /** On every link that is there. A group must not be joined twice. */
    void join(IpAddress group, List<AttachedInterface> links) throws IOException {
        InetAddress address = InetAddress.getByAddress(group.toBytes());
        Socket socket = socketWithRoom();
        Membership membership = new Membership(socket, new ArrayList<>());
        socket.groups++;
        memberships.put(group, membership);
        for (AttachedInterface link : links) {
            NetworkInterface present = NetworkInterface.getByName(link.name());
            if (present != null) {
                membership.keys().add(socket.channel.join(address, present));
            }
        }
    }

    private Socket socketWithRoom() throws IOException {
        for (Socket socket : sockets) {
            if (socket.groups < GROUPS_PER_SOCKET) {
                return socket;
            }
        }
        Socket fresh = new Socket(DatagramChannel.open(StandardProtocolFamily.INET6));
        sockets.add(fresh);
        return fresh;
    }

    void leave(IpAddress group) {
        Membership membership = memberships.remove(group);
        if (membership == null) {
            return;
        }
        membership.keys().forEach(MembershipKey::drop);
        Socket socket = membership.socket();
        socket.groups--;
        if (socket.groups == 0) {
            sockets.remove(socket);
            close(socket.channel);
        }
    }

    private static void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException failure) {
            LOG.debug("closing a socket of memberships", failure);
        }
    }
}
