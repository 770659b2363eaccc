package dev.carom.lab.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;

/** Ethernet II, 802.1Q, IPv4 (RFC 791), IPv6 (RFC 8200) and ARP (RFC 826). */
final class FrameDecoder {
    private static final HexFormat MAC = HexFormat.ofDelimiter(":");
    private static final int TYPE_OFFSET = 12;
    private static final int IPV6_BYTES = 40;
    private static final int LATER_FRAGMENT = 0x1fff;

    private FrameDecoder() {}

    static Frame decode(Instant time, byte[] bytes) {
        ByteBuffer frame = ByteBuffer.wrap(bytes);
        return new Frame(time, mac(frame, 6), mac(frame, 0), payload(frame, TYPE_OFFSET));
    }

    private static Frame.Payload payload(ByteBuffer frame, int typeOffset) {
        int etherType = u16(frame, typeOffset);
        int at = typeOffset + 2;
        return switch (etherType) {
            case 0x0800 -> ipv4(frame, at);
            case 0x86dd ->
                MulticastReportDecoder.isReport(frame, at) ? MulticastReportDecoder.decode(frame, at) : ipv6(frame, at);
            case 0x0806 -> arp(frame, at);
            case 0x8100 -> new Frame.Tagged(u16(frame, at) & 0xfff, payload(frame, at + 2));
            default -> new Frame.Other(etherType);
        };
    }

    private static Frame.Ip ipv4(ByteBuffer frame, int at) {
        boolean later = (u16(frame, at + 6) & LATER_FRAGMENT) != 0;
        return ip(
                frame,
                at,
                address(frame, at + 12, 4),
                address(frame, at + 16, 4),
                protocol(frame.get(at + 9)),
                later ? 0 : (frame.get(at) & 0x0f) * 4,
                u16(frame, at + 2));
    }

    private static Frame.Ip ipv6(ByteBuffer frame, int at) {
        return ip(
                frame,
                at,
                address(frame, at + 8, 16),
                address(frame, at + 24, 16),
                protocol(frame.get(at + 6)),
                IPV6_BYTES,
                IPV6_BYTES + u16(frame, at + 4));
    }

    /** @param headerBytes before the transport header; 0 if there is none */
    private static Frame.Ip ip(
            ByteBuffer frame,
            int at,
            String source,
            String destination,
            Protocol protocol,
            int headerBytes,
            int length) {
        boolean ports = headerBytes > 0 && (protocol == Protocol.TCP || protocol == Protocol.UDP);
        int transport = at + headerBytes;
        int captured = Math.min(length, frame.capacity() - at);
        return new Frame.Ip(
                source,
                destination,
                protocol,
                ports ? u16(frame, transport) : 0,
                ports ? u16(frame, transport + 2) : 0,
                ports && protocol == Protocol.TCP ? Byte.toUnsignedInt(frame.get(transport + 13)) : 0,
                HexFormat.of().formatHex(frame.array(), at, at + captured));
    }

    private static Frame.Arp arp(ByteBuffer frame, int at) {
        return new Frame.Arp(
                u16(frame, at + 6), mac(frame, at + 8), address(frame, at + 14, 4), address(frame, at + 24, 4));
    }

    private static Protocol protocol(byte number) {
        return switch (Byte.toUnsignedInt(number)) {
            case 6 -> Protocol.TCP;
            case 17 -> Protocol.UDP;
            case 1, 58 -> Protocol.ICMP;
            default -> Protocol.OTHER;
        };
    }

    private static int u16(ByteBuffer frame, int offset) {
        return Short.toUnsignedInt(frame.getShort(offset));
    }

    private static String mac(ByteBuffer frame, int offset) {
        return MAC.formatHex(frame.array(), offset, offset + 6);
    }

    static String address(ByteBuffer frame, int offset, int length) {
        byte[] bytes = new byte[length];
        frame.get(offset, bytes);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
