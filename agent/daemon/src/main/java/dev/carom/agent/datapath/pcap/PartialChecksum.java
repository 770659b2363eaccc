package dev.carom.agent.datapath.pcap;

import dev.carom.agent.packet.Checksum;
import dev.carom.agent.packet.Defect;
import dev.carom.agent.packet.EtherType;
import dev.carom.agent.packet.EthernetView;
import dev.carom.agent.packet.IpProtocol;
import dev.carom.agent.packet.IpView;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Knows a TCP or UDP checksum that was left to a network card: a veth or virtio peer with transmit offload on puts the
 * sum of the pseudo header there and nothing else. Sent on, the backend drops it. Owned by the data path's thread.
 */
final class PartialChecksum {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int TCP_CHECKSUM = 16;
    private static final int UDP_CHECKSUM = 6;

    private final EthernetView ethernet = new EthernetView();
    private final IpView ip = new IpView();

    boolean isIn(MemorySegment frame) {
        if (ethernet.wrap(frame) != Defect.NONE || !wrapsIp(frame) || ip.isFragment()) {
            return false;
        }
        return switch (ip.protocol()) {
            case IpProtocol.TCP -> isPartial(frame, TCP_CHECKSUM);
            case IpProtocol.UDP -> isPartial(frame, UDP_CHECKSUM);
            default -> false;
        };
    }

    private boolean wrapsIp(MemorySegment frame) {
        return switch (ethernet.etherType()) {
            case EtherType.IPV4 -> ip.wrapIpv4(frame, ethernet.payloadOffset()) == Defect.NONE;
            case EtherType.IPV6 -> ip.wrapIpv6(frame, ethernet.payloadOffset()) == Defect.NONE;
            default -> false;
        };
    }

    /** A whole message's checksum may by chance be the pseudo header's too: then it adds up, and is none. */
    private boolean isPartial(MemorySegment frame, int checksumAt) {
        if (ip.payloadLength() < checksumAt + Short.BYTES) {
            return false;
        }
        long pseudoHeader = Checksum.pseudoHeader(
                frame, ip.addressesOffset(), ip.addressesLength(), ip.protocol(), ip.payloadLength());
        int found = frame.get(SHORT, ip.payloadOffset() + checksumAt) & 0xffff;
        return found == (~Checksum.finish(pseudoHeader) & 0xffff)
                && !Checksum.isValid(pseudoHeader + Checksum.sum(frame, ip.payloadOffset(), ip.payloadLength()));
    }
}
