package dev.carom.agent.diagnose;

import dev.carom.agent.packet.Checksum;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds the packets of the questions, checksums included. Every frame is a fresh array. */
final class PacketWriter {
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMP = 1;
    static final int ICMPV6 = 58;
    static final int SYN = 0x02;
    static final int RST = 0x04;
    static final int ACK = 0x10;

    private static final int IPV4_TYPE = 0x0800;
    private static final int IPV6_TYPE = 0x86dd;
    private static final int WINDOW = 64_240;
    private static final int DONT_FRAGMENT = 0x4000;
    /** Record route (RFC 791 3.1) whose pointer lies within its own header: every host must find it broken. */
    private static final byte[] BROKEN_OPTION = {7, 3, 1, 0};

    /** Where a packet goes and where it says that it comes from; {@code hopLimit} is IPv4's TTL. */
    record Path(MacAddress own, MacAddress to, IpAddress source, IpAddress destination, int hopLimit) {}

    private PacketWriter() {}

    /** {@code mss} is named in a SYN alone. */
    static byte[] tcp(Path path, int sourcePort, int port, int sequence, int acknowledgement, int flags, int mss) {
        boolean options = (flags & SYN) != 0;
        ByteBuffer segment = ByteBuffer.allocate(options ? 24 : 20)
                .putShort((short) sourcePort)
                .putShort((short) port)
                .putInt(sequence)
                .putInt(acknowledgement)
                .put((byte) (options ? 0x60 : 0x50))
                .put((byte) flags)
                .putShort((short) WINDOW)
                .putInt(0);
        if (options) {
            segment.put((byte) 2).put((byte) 4).putShort((short) mss);
        }
        return ip(path, TCP, segment.array(), 16, new byte[0]);
    }

    static byte[] udp(Path path, int sourcePort, int port, byte[] payload) {
        ByteBuffer datagram = ByteBuffer.allocate(8 + payload.length)
                .putShort((short) sourcePort)
                .putShort((short) port)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .put(payload);
        return ip(path, UDP, datagram.array(), 6, new byte[0]);
    }

    static byte[] echo(Path path, int id) {
        return echo(path, id, new byte[0]);
    }

    /** IPv4 alone: options of IPv6 are looked at elsewhere. */
    static byte[] echoWithBrokenOption(Path path, int id) {
        return echo(path, id, BROKEN_OPTION);
    }

    private static byte[] echo(Path path, int id, byte[] options) {
        boolean ipv4 = path.destination().isIpv4();
        byte[] text = "carom doctor".getBytes(StandardCharsets.US_ASCII);
        byte[] message = ByteBuffer.allocate(8 + text.length)
                .putShort((short) (ipv4 ? 0x0800 : 0x8000))
                .putShort((short) 0)
                .putShort((short) id)
                .putShort((short) 1)
                .put(text)
                .array();
        return ip(path, ipv4 ? ICMP : ICMPV6, message, 2, options);
    }

    private static byte[] ip(Path path, int protocol, byte[] payload, int checksumAt, byte[] options) {
        boolean ipv4 = path.destination().isIpv4();
        int header = ipv4 ? 20 + options.length : 40;
        ByteBuffer frame = ByteBuffer.allocate(14 + header + payload.length)
                .put(path.to().toBytes())
                .put(path.own().toBytes())
                .putShort((short) (ipv4 ? IPV4_TYPE : IPV6_TYPE));
        if (ipv4) {
            frame.putShort((short) (0x4000 | (header / 4) << 8))
                    .putShort((short) (header + payload.length))
                    .putShort((short) 0)
                    .putShort((short) DONT_FRAGMENT)
                    .put((byte) path.hopLimit())
                    .put((byte) protocol)
                    .putShort((short) 0);
        } else {
            frame.putInt(0x6000_0000)
                    .putShort((short) payload.length)
                    .put((byte) protocol)
                    .put((byte) path.hopLimit());
        }
        frame.put(path.source().toBytes()).put(path.destination().toBytes());
        frame.put(options).put(payload);
        MemorySegment whole = MemorySegment.ofArray(frame.array());
        if (ipv4) {
            frame.putShort(14 + 10, (short) Checksum.finish(Checksum.sum(whole, 14, header)));
        }
        long sum = Checksum.sum(whole, 14 + header, payload.length);
        if (protocol != ICMP) {
            int addresses = ipv4 ? 14 + 12 : 14 + 8;
            sum += Checksum.pseudoHeader(whole, addresses, ipv4 ? 8 : 32, protocol, payload.length);
        }
        return frame.putShort(14 + header + checksumAt, (short) Checksum.finish(sum))
                .array();
    }
}
