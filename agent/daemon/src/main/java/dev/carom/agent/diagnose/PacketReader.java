package dev.carom.agent.diagnose;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads untagged Ethernet frames, as far as the questions need. Anything unusual is {@link Heard.Other}. */
final class PacketReader {
    private static final int NEIGHBOR_SOLICITATION = 135;
    private static final int NEIGHBOR_ADVERTISEMENT = 136;

    private PacketReader() {}

    static Heard read(byte[] frame) {
        if (frame.length < 14) {
            return new Heard(new MacAddress(0), new MacAddress(0), new Heard.Other("a short frame"));
        }
        MacAddress to = MacAddress.of(Arrays.copyOfRange(frame, 0, 6));
        MacAddress from = MacAddress.of(Arrays.copyOfRange(frame, 6, 12));
        ByteBuffer payload = ByteBuffer.wrap(frame, 14, frame.length - 14).slice();
        int type = ByteBuffer.wrap(frame).getShort(12) & 0xffff;
        try {
            return new Heard(from, to, content(type, payload));
        } catch (BufferUnderflowException | IndexOutOfBoundsException cut) {
            return new Heard(from, to, new Heard.Other("a cut-off packet"));
        }
    }

    private static Heard.Content content(int type, ByteBuffer packet) {
        return switch (type) {
            case 0x0806 -> arp(packet);
            case 0x0800 -> ipv4(packet);
            case 0x86dd -> ipv6(packet);
            default -> new Heard.Other("ethertype 0x%04x".formatted(type));
        };
    }

    private static Heard.Content arp(ByteBuffer packet) {
        boolean reply = packet.getShort(6) == 2;
        IpAddress sender = address(packet, 14, 4);
        IpAddress target = address(packet, 24, 4);
        return reply ? new Heard.Neighbor(true, sender, target) : new Heard.Neighbor(false, target, sender);
    }

    private static Heard.Content ipv4(ByteBuffer packet) {
        int header = (packet.get(0) & 0xf) * 4;
        boolean laterFragment = (packet.getShort(6) & 0x1fff) != 0;
        Heard.Ip ip = new Heard.Ip(address(packet, 12, 4), address(packet, 16, 4), packet.get(8) & 0xff);
        return laterFragment ? new Heard.Other("a fragment") : upper(ip, packet.get(9) & 0xff, packet, header);
    }

    private static Heard.Content ipv6(ByteBuffer packet) {
        Heard.Ip ip = new Heard.Ip(address(packet, 8, 16), address(packet, 24, 16), packet.get(7) & 0xff);
        return upper(ip, packet.get(6) & 0xff, packet, 40);
    }

    private static Heard.Content upper(Heard.Ip ip, int protocol, ByteBuffer packet, int at) {
        return switch (protocol) {
            case PacketWriter.TCP -> tcp(ip, packet, at);
            case PacketWriter.UDP -> new Heard.Udp(ip, port(packet, at), port(packet, at + 2));
            case PacketWriter.ICMP -> icmp(ip, packet, at);
            case PacketWriter.ICMPV6 -> icmpv6(ip, packet, at);
            default -> new Heard.Other("IP protocol " + protocol);
        };
    }

    private static Heard.Content tcp(Heard.Ip ip, ByteBuffer packet, int at) {
        int end = at + (packet.get(at + 12) >> 4 & 0xf) * 4;
        int mss = 0;
        for (int option = at + 20; option < end && packet.get(option) != 0; ) {
            int kind = packet.get(option);
            if (kind == 2) {
                mss = port(packet, option + 2);
            }
            option += kind == 1 ? 1 : Math.max(2, packet.get(option + 1) & 0xff);
        }
        return new Heard.Tcp(
                ip, port(packet, at), port(packet, at + 2), packet.get(at + 13) & 0xff, packet.getInt(at + 4), mss);
    }

    private static Heard.Content icmp(Heard.Ip ip, ByteBuffer packet, int at) {
        int type = packet.get(at) & 0xff;
        if (type == 0 || type == 8) {
            return new Heard.Echo(ip, type == 0, port(packet, at + 4));
        }
        int quoted = at + 8;
        int upper = quoted + (packet.get(quoted) & 0xf) * 4;
        return new Heard.Error(
                ip,
                type,
                packet.get(at + 1) & 0xff,
                address(packet, quoted + 16, 4),
                id(packet.get(quoted + 9) & 0xff, packet, upper));
    }

    private static Heard.Content icmpv6(Heard.Ip ip, ByteBuffer packet, int at) {
        int type = packet.get(at) & 0xff;
        return switch (type) {
            case 128, 129 -> new Heard.Echo(ip, type == 129, port(packet, at + 4));
            case NEIGHBOR_SOLICITATION -> new Heard.Neighbor(false, address(packet, at + 8, 16), ip.source());
            case NEIGHBOR_ADVERTISEMENT -> new Heard.Neighbor(true, address(packet, at + 8, 16), ip.destination());
            case 1, 2, 3, 4 ->
                new Heard.Error(
                        ip,
                        type,
                        packet.get(at + 1) & 0xff,
                        address(packet, at + 8 + 24, 16),
                        id(packet.get(at + 8 + 6) & 0xff, packet, at + 8 + 40));
            default -> new Heard.Other("ICMPv6 type " + type);
        };
    }

    /** What tells a quoted packet: the echo's id, else the source port. */
    private static int id(int protocol, ByteBuffer packet, int upper) {
        boolean echo = protocol == PacketWriter.ICMP || protocol == PacketWriter.ICMPV6;
        return port(packet, echo ? upper + 4 : upper);
    }

    private static int port(ByteBuffer packet, int at) {
        return packet.getShort(at) & 0xffff;
    }

    private static IpAddress address(ByteBuffer packet, int at, int length) {
        byte[] bytes = new byte[length];
        packet.get(at, bytes);
        return IpAddress.of(bytes);
    }
}
