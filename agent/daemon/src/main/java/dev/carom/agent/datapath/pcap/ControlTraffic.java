package dev.carom.agent.datapath.pcap;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Tells frames that the agent itself wants to see: ARP, and ICMPv6 neighbour discovery. Untagged or with one tag. */
final class ControlTraffic {
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int TYPE = 12;
    private static final int TAG_SIZE = 4;
    private static final int VLAN = 0x8100;
    private static final int ARP = 0x0806;
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;
    private static final int VRRP = 112;
    private static final int PROTOCOL = 9;
    private static final int NEXT_HEADER = 6;
    private static final int IPV6_HEADER = 40;
    private static final int ROUTER_SOLICITATION = 133;
    private static final int REDIRECT = 137;

    private ControlTraffic() {}

    static boolean matches(MemorySegment frame) {
        int payload = payload(frame);
        int type = type(frame, payload - Short.BYTES);
        return type == ARP || type == IPV6 && isNeighborDiscovery(frame, payload);
    }

    /** What the flight recorder keeps: those, and any ICMP and VRRP besides. */
    static boolean isRecorded(MemorySegment frame) {
        int payload = payload(frame);
        return switch (type(frame, payload - Short.BYTES)) {
            case ARP -> true;
            case IPV4 -> isRecorded(frame, payload + PROTOCOL);
            case IPV6 -> isRecorded(frame, payload + NEXT_HEADER);
            default -> false;
        };
    }

    private static boolean isRecorded(MemorySegment frame, int protocol) {
        if (frame.byteSize() <= protocol) {
            return false;
        }
        int carried = frame.get(ValueLayout.JAVA_BYTE, protocol);
        return carried == ICMP || carried == ICMPV6 || carried == VRRP;
    }

    /** Where what follows the type begins. */
    private static int payload(MemorySegment frame) {
        return TYPE + Short.BYTES + (type(frame, TYPE) == VLAN ? TAG_SIZE : 0);
    }

    private static boolean isNeighborDiscovery(MemorySegment frame, int ip) {
        if (frame.byteSize() <= ip + IPV6_HEADER || frame.get(ValueLayout.JAVA_BYTE, ip + NEXT_HEADER) != ICMPV6) {
            return false;
        }
        int message = frame.get(ValueLayout.JAVA_BYTE, ip + IPV6_HEADER) & 0xff;
        return message >= ROUTER_SOLICITATION && message <= REDIRECT;
    }

    private static int type(MemorySegment frame, long offset) {
        return frame.byteSize() < offset + Short.BYTES ? 0 : frame.get(SHORT, offset) & 0xffff;
    }
}
