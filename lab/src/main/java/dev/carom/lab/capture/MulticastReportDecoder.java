package dev.carom.lab.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** MLDv2 reports: IPv6, a hop-by-hop header of 8 bytes with the router alert, and ICMPv6 type 143 (RFC 3810, 5.2). */
final class MulticastReportDecoder {
    private static final int IPV6_BYTES = 40;
    private static final int HOP_BY_HOP_BYTES = 8;
    private static final int ICMPV6 = 58;
    private static final int REPORT = 143;
    private static final int REPORT_BYTES = 8;
    private static final int GROUP_BYTES = 16;

    private static final int CHANGE_TO_INCLUDE = 3;
    private static final int CHANGE_TO_EXCLUDE = 4;

    private MulticastReportDecoder() {}

    static boolean isReport(ByteBuffer frame, int at) {
        int icmp = at + IPV6_BYTES + HOP_BY_HOP_BYTES;
        return frame.capacity() >= icmp + REPORT_BYTES
                && frame.get(at + 6) == 0
                && frame.get(at + IPV6_BYTES) == ICMPV6
                && Byte.toUnsignedInt(frame.get(icmp)) == REPORT;
    }

    /** To exclude nobody is to listen to all: a join. To include nobody is to leave. */
    static Frame.MulticastReport decode(ByteBuffer frame, int at) {
        int icmp = at + IPV6_BYTES + HOP_BY_HOP_BYTES;
        List<String> joined = new ArrayList<>();
        List<String> left = new ArrayList<>();
        int records = Short.toUnsignedInt(frame.getShort(icmp + 6));
        int record = icmp + REPORT_BYTES;
        for (int i = 0; i < records; i++) {
            String group = FrameDecoder.address(frame, record + 4, GROUP_BYTES);
            switch (frame.get(record)) {
                case CHANGE_TO_EXCLUDE -> joined.add(group);
                case CHANGE_TO_INCLUDE -> left.add(group);
                default -> {
                    // An answer to a query, or a change of sources within a group.
                }
            }
            int sources = Short.toUnsignedInt(frame.getShort(record + 2));
            record += 4 + GROUP_BYTES + sources * GROUP_BYTES + frame.get(record + 1) * 4;
        }
        return new Frame.MulticastReport(List.copyOf(joined), List.copyOf(left));
    }
}
