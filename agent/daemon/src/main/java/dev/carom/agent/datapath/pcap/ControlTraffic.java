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
    private static final int IPV6 = 0x86dd;
    private static final int ICMPV6 = 58;
    private static final int NEXT_HEADER = 6;
    private static final int IPV6_HEADER = 40;
    private static final int ROUTER_SOLICITATION = 133;
    private static final int REDIRECT = 137;

    private ControlTraffic() {}

    static boolean matches(MemorySegment frame) {
        int type = type(frame, TYPE);
        int payload = TYPE + Short.BYTES;
        if (type == VLAN) {
            type = type(frame, TYPE + TAG_SIZE);
            payload += TAG_SIZE;
        }
        return type == ARP || type == IPV6 && isNeighborDiscovery(frame, payload);
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
