package dev.carom.lab.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;

/** Ethernet II with IPv4 (RFC 791), IPv6 without extension headers (RFC 8200) and ARP (RFC 826). */
final class FrameDecoder {
    private static final HexFormat MAC = HexFormat.ofDelimiter(":");
    private static final int ETHERNET_BYTES = 14;
    private static final int IPV6_BYTES = 40;

    private FrameDecoder() {}

    static Frame decode(Instant time, byte[] bytes) {
        ByteBuffer frame = ByteBuffer.wrap(bytes);
        int etherType = Short.toUnsignedInt(frame.getShort(12));
        Frame.Payload payload = switch (etherType) {
            case 0x0800 -> ipv4(frame);
            case 0x86dd -> ipv6(frame);
            case 0x0806 -> arp(frame);
            default -> new Frame.Other(etherType);
        };
        return new Frame(time, mac(frame, 6), mac(frame, 0), payload);
    }

    private static Frame.Ip ipv4(ByteBuffer frame) {
        int headerBytes = (frame.get(ETHERNET_BYTES) & 0x0f) * 4;
        int length = Short.toUnsignedInt(frame.getShort(ETHERNET_BYTES + 2));
        return ip(
                frame,
                address(frame, ETHERNET_BYTES + 12, 4),
                address(frame, ETHERNET_BYTES + 16, 4),
                protocol(frame.get(ETHERNET_BYTES + 9)),
                ETHERNET_BYTES + headerBytes,
                length);
    }

    private static Frame.Ip ipv6(ByteBuffer frame) {
        int length = IPV6_BYTES + Short.toUnsignedInt(frame.getShort(ETHERNET_BYTES + 4));
        return ip(
                frame,
                address(frame, ETHERNET_BYTES + 8, 16),
                address(frame, ETHERNET_BYTES + 24, 16),
                protocol(frame.get(ETHERNET_BYTES + 6)),
                ETHERNET_BYTES + IPV6_BYTES,
                length);
    }

    private static Frame.Ip ip(
            ByteBuffer frame, String source, String destination, Protocol protocol, int transport, int length) {
        boolean ports = protocol == Protocol.TCP || protocol == Protocol.UDP;
        int captured = Math.min(length, frame.capacity() - ETHERNET_BYTES);
        return new Frame.Ip(
                source,
                destination,
                protocol,
                ports ? Short.toUnsignedInt(frame.getShort(transport)) : 0,
                ports ? Short.toUnsignedInt(frame.getShort(transport + 2)) : 0,
                protocol == Protocol.TCP ? Byte.toUnsignedInt(frame.get(transport + 13)) : 0,
                HexFormat.of().formatHex(frame.array(), ETHERNET_BYTES, ETHERNET_BYTES + captured));
    }

    private static Frame.Arp arp(ByteBuffer frame) {
        return new Frame.Arp(
                Short.toUnsignedInt(frame.getShort(ETHERNET_BYTES + 6)),
                mac(frame, ETHERNET_BYTES + 8),
                address(frame, ETHERNET_BYTES + 14, 4),
                address(frame, ETHERNET_BYTES + 24, 4));
    }

    private static Protocol protocol(byte number) {
        return switch (Byte.toUnsignedInt(number)) {
            case 6 -> Protocol.TCP;
            case 17 -> Protocol.UDP;
            case 1, 58 -> Protocol.ICMP;
            default -> Protocol.OTHER;
        };
    }

    private static String mac(ByteBuffer frame, int offset) {
        return MAC.formatHex(frame.array(), offset, offset + 6);
    }

    private static String address(ByteBuffer frame, int offset, int length) {
        byte[] bytes = new byte[length];
        frame.get(offset, bytes);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
