package dev.carom.agent.forwarding.golden;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpProtocol;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Builds a packet from its layers, lengths and checksums included. */
final class PacketText {
    private static final List<String> TCP_FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK");

    private final FrameLayer ip;

    /** {@code ip} is the header that the layers are in: checksums reach its addresses. */
    private PacketText(FrameLayer ip) {
        this.ip = ip;
    }

    static byte[] bytes(List<FrameLayer> layers) {
        FrameLayer ip = layers.getFirst();
        List<FrameLayer> inner = layers.subList(1, layers.size());
        byte[] payload = new PacketText(ip).upper(inner);
        int protocol = protocol(inner);
        return switch (ip.name()) {
            case "ipv4" -> ipv4(ip, protocol, payload);
            case "ipv6" -> ipv6(ip, protocol, payload);
            default -> throw new IllegalArgumentException("no IP header: " + ip.name());
        };
    }

    private static byte[] ipv4(FrameLayer ip, int protocol, byte[] payload) {
        int fragment = (ip.says("df") ? 0x4000 : 0) | (ip.says("mf") ? 0x2000 : 0) | ip.number("offset", 0) / 8;
        byte[] packet = ByteBuffer.allocate(20 + payload.length)
                .put((byte) 0x45)
                .put((byte) ip.number("tos", 0))
                .putShort((short) (20 + payload.length))
                .putShort((short) ip.number("id", 0x1234))
                .putShort((short) fragment)
                .put((byte) ip.number("ttl", 64))
                .put((byte) protocol)
                .putShort((short) 0)
                .put(address(ip, 0))
                .put(address(ip, 1))
                .put(payload)
                .array();
        return withChecksum(packet, 10, ReferenceChecksum.of(Arrays.copyOf(packet, 20)));
    }

    private static byte[] ipv6(FrameLayer ip, int protocol, byte[] payload) {
        return ByteBuffer.allocate(40 + payload.length)
                .putInt(6 << 28 | ip.number("class", 0) << 20 | ip.number("flow", 0))
                .putShort((short) payload.length)
                .put((byte) protocol)
                .put((byte) ip.number("hop", 64))
                .put(address(ip, 0))
                .put(address(ip, 1))
                .put(payload)
                .array();
    }

    private byte[] upper(List<FrameLayer> layers) {
        if (layers.isEmpty()) {
            return new byte[0];
        }
        FrameLayer layer = layers.getFirst();
        List<FrameLayer> inner = layers.subList(1, layers.size());
        return switch (layer.name()) {
            case "tcp" -> summed(tcp(layer, upper(inner)), 16, IpProtocol.TCP);
            case "udp" -> summed(udp(layer, upper(inner)), 6, IpProtocol.UDP);
            case "too-big" -> icmp(tooBig(layer, bytesOfQuote(inner)));
            case "unreachable" -> icmp(unreachable(layer, bytesOfQuote(inner)));
            case "fragment" -> fragment(layer, protocol(inner), upper(inner));
            case "cut" -> Arrays.copyOfRange(upper(inner), layer.number(0), layer.number(1));
            case "data" -> layer.word(0).getBytes(StandardCharsets.US_ASCII);
            case "bytes" -> counting(layer.number(0));
            default -> throw new IllegalArgumentException("unknown layer " + layer.name());
        };
    }

    private static byte[] bytesOfQuote(List<FrameLayer> layers) {
        FrameLayer first = layers.getFirst();
        return first.name().equals("cut")
                ? Arrays.copyOfRange(bytes(layers.subList(1, layers.size())), first.number(0), first.number(1))
                : bytes(layers);
    }

    private static int protocol(List<FrameLayer> layers) {
        FrameLayer first = layers.getFirst();
        return switch (first.name()) {
            case "tcp" -> IpProtocol.TCP;
            case "udp" -> IpProtocol.UDP;
            case "fragment" -> IpProtocol.FRAGMENT;
            case "too-big", "unreachable" ->
                layers.get(1).name().equals("ipv4")
                                || layers.size() > 2 && layers.get(2).name().equals("ipv4")
                        ? IpProtocol.ICMP
                        : IpProtocol.ICMPV6;
            case "cut" -> protocol(layers.subList(1, layers.size()));
            default -> throw new IllegalArgumentException("no upper layer: " + first.name());
        };
    }

    private static byte[] tcp(FrameLayer layer, byte[] data) {
        int flags = 0;
        for (String flag : layer.text("flags", "ACK").split(",")) {
            flags |= 1 << TCP_FLAGS.indexOf(flag);
        }
        return ByteBuffer.allocate(20 + data.length)
                .putShort((short) layer.number(0))
                .putShort((short) layer.number(1))
                .putInt(layer.number("seq", 1000))
                .putInt(layer.number("ack", 0))
                .putShort((short) (5 << 12 | flags))
                .putShort((short) 0xfaf0)
                .putInt(0)
                .put(data)
                .array();
    }

    private static byte[] udp(FrameLayer layer, byte[] data) {
        return ByteBuffer.allocate(8 + data.length)
                .putShort((short) layer.number(0))
                .putShort((short) layer.number(1))
                .putShort((short) (8 + data.length))
                .putShort((short) 0)
                .put(data)
                .array();
    }

    private byte[] tooBig(FrameLayer layer, byte[] quote) {
        return ByteBuffer.allocate(8 + quote.length)
                .putShort((short) (isIpv4() ? 3 << 8 | 4 : 2 << 8))
                .putShort((short) 0)
                .putInt(layer.number("mtu", 1400))
                .put(quote)
                .array();
    }

    private byte[] unreachable(FrameLayer layer, byte[] quote) {
        return ByteBuffer.allocate(8 + quote.length)
                .putShort((short) ((isIpv4() ? 3 : 1) << 8 | layer.number("code", 0)))
                .put(8, quote)
                .array();
    }

    private static byte[] fragment(FrameLayer layer, int protocol, byte[] payload) {
        return ByteBuffer.allocate(8 + payload.length)
                .put((byte) protocol)
                .put((byte) 0)
                .putShort((short) (layer.number("offset", 0) | (layer.says("mf") ? 1 : 0)))
                .putInt(layer.number("id", 0x1234))
                .put(payload)
                .array();
    }

    private byte[] icmp(byte[] message) {
        return isIpv4()
                ? withChecksum(message, 2, ReferenceChecksum.of(message))
                : summed(message, 2, IpProtocol.ICMPV6);
    }

    private byte[] summed(byte[] segment, int field, int protocol) {
        byte[] addresses =
                ByteBuffer.allocate(32).put(address(ip, 0)).put(address(ip, 1)).array();
        byte[] pseudo = ByteBuffer.allocate(40 + segment.length)
                .put(addresses)
                .putInt(segment.length)
                .putInt(protocol)
                .put(segment)
                .array();
        return withChecksum(segment, field, ReferenceChecksum.of(pseudo));
    }

    private boolean isIpv4() {
        return ip.name().equals("ipv4");
    }

    private static byte[] address(FrameLayer ip, int word) {
        return IpAddress.parse(ip.word(word)).toBytes();
    }

    private static byte[] counting(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static byte[] withChecksum(byte[] bytes, int field, int checksum) {
        bytes[field] = (byte) (checksum >>> 8);
        bytes[field + 1] = (byte) checksum;
        return bytes;
    }
}
