package dev.carom.agent.datapath;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Frames as a client sends them. */
public final class TestFrames {
    public static final int MACS = 12;
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int IPV6_HEADER = 40;
    private static final int TCP_HEADER = 20;
    private static final int TCP_LENGTH = 54;
    private static final int ETHERNET_HEADER = 14;
    private static final int IP_HEADER = 20;
    private static final int IP_CHECKSUM = ETHERNET_HEADER + 10;
    private static final int TCP_CHECKSUM = ETHERNET_HEADER + IP_HEADER + 16;
    private static final int SYN = 0x5002;

    private TestFrames() {}

    /** A TCP SYN with valid checksums; {@code identification} tells one frame from another. */
    public static byte[] syn(
            MacAddress to, MacAddress from, String source, int sourcePort, int port, int identification) {
        ByteBuffer frame = ByteBuffer.allocate(TCP_LENGTH)
                .put(to.toBytes())
                .put(from.toBytes())
                .putShort((short) IPV4)
                .putShort((short) 0x4500)
                .putShort((short) (TCP_LENGTH - ETHERNET_HEADER))
                .putShort((short) identification)
                .putShort((short) 0x4000)
                .putShort((short) 0x4006)
                .putShort((short) 0)
                .put(IpAddress.parse(source).toBytes())
                .put(TestVip.ADDRESS.toBytes())
                .putShort((short) sourcePort)
                .putShort((short) port)
                .putInt(identification)
                .putInt(0)
                .putShort((short) SYN)
                .putShort((short) 0xffff);
        frame.putShort(IP_CHECKSUM, fold(sum(frame, ETHERNET_HEADER, ETHERNET_HEADER + IP_HEADER)));
        int pseudoHeader = 6 + TCP_LENGTH - ETHERNET_HEADER - IP_HEADER;
        frame.putShort(TCP_CHECKSUM, fold(pseudoHeader + sum(frame, IP_CHECKSUM + 2, TCP_LENGTH)));
        return frame.array();
    }

    /** A TCP SYN from one address to another, of either family, with {@code payload} bytes behind its header. */
    public static byte[] syn(MacAddress to, MacAddress from, IpAddress source, IpAddress destination, int payload) {
        boolean ipv4 = source.isIpv4();
        int ipHeader = ipv4 ? IP_HEADER : IPV6_HEADER;
        int length = TCP_HEADER + payload;
        ByteBuffer frame = ByteBuffer.allocate(ETHERNET_HEADER + ipHeader + length)
                .put(to.toBytes())
                .put(from.toBytes())
                .putShort((short) (ipv4 ? IPV4 : IPV6));
        if (ipv4) {
            frame.putInt(0x4500_0000 | ipHeader + length).putInt(0x4000).putInt(0x4006_0000);
        } else {
            frame.putInt(0x6000_0000).putInt(length << 16 | 0x0640);
        }
        frame.put(source.toBytes()).put(destination.toBytes());
        frame.putShort((short) 40_000).putShort((short) 80).putInt(1).putInt(0).putInt(SYN << 16 | 0xffff);
        if (ipv4) {
            frame.putShort(IP_CHECKSUM, fold(sum(frame, ETHERNET_HEADER, ETHERNET_HEADER + IP_HEADER)));
        }
        int transport = ETHERNET_HEADER + ipHeader;
        int addresses = transport - 2 * source.toBytes().length;
        return frame.putShort(transport + 16, fold(6 + length + sum(frame, addresses, frame.limit())))
                .array();
    }

    /** The same frame with an 802.1Q tag. */
    public static byte[] tagged(byte[] frame, int vlan) {
        return ByteBuffer.allocate(frame.length + 4)
                .put(frame, 0, MACS)
                .putInt(0x8100_0000 | vlan)
                .put(frame, MACS, frame.length - MACS)
                .array();
    }

    public static boolean isTo(byte[] frame, MacAddress destination) {
        return Arrays.equals(frame, 0, 6, destination.toBytes(), 0, 6);
    }

    public static boolean isFrom(byte[] frame, MacAddress source) {
        return Arrays.equals(frame, 6, MACS, source.toBytes(), 0, 6);
    }

    public static int etherType(byte[] frame) {
        return ByteBuffer.wrap(frame).getShort(MACS) & 0xffff;
    }

    /** What the balancer must not touch. */
    public static byte[] withoutMacs(byte[] frame) {
        return Arrays.copyOfRange(frame, MACS, frame.length);
    }

    private static int sum(ByteBuffer bytes, int from, int to) {
        int sum = 0;
        for (int offset = from; offset < to; offset += Short.BYTES) {
            sum += bytes.getShort(offset) & 0xffff;
        }
        return sum;
    }

    private static short fold(int sum) {
        int once = (sum & 0xffff) + (sum >>> 16);
        return (short) ~((once & 0xffff) + (once >>> 16));
    }
}
