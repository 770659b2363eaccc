package dev.carom.agent.forwarding;

import dev.carom.agent.packet.Checksum;
import dev.carom.agent.packet.Wire;
import java.lang.foreign.MemorySegment;

/** Minimal IPv4 frames from any client to the VIP of the two-backend tables. */
final class TestFrames {
    static final int LENGTH = 54;
    static final int SYN = 0x02;
    static final int ACK = 0x10;

    private static final long NODE_MAC = 0x0200_0000_0101L;
    private static final long ROUTER_MAC = 0x0200_0000_00feL;
    private static final int VIP = 0x0a00_0064;
    private static final int IPV4_AND_LENGTH = 0x4500_0028;
    private static final int TCP_HEADER = 0x5000;

    private TestFrames() {}

    /** Into a frame of {@link #LENGTH} bytes. */
    static void tcp(MemorySegment frame, int client, int port, int flags, int sequence) {
        ip(frame, client, 6);
        Wire.put16(frame, 34, port);
        Wire.put16(frame, 36, 80);
        Wire.put32(frame, 38, sequence);
        Wire.put32(frame, 42, 0);
        Wire.put16(frame, 46, TCP_HEADER | flags);
        Wire.put32(frame, 48, 0);
        Wire.put16(frame, 52, 0);
    }

    /** Into a frame of {@link #LENGTH} bytes. */
    static void udp(MemorySegment frame, int client, int port) {
        ip(frame, client, 17);
        Wire.put16(frame, 34, port);
        Wire.put16(frame, 36, 53);
        Wire.put16(frame, 38, 20);
        Wire.put16(frame, 40, 0);
    }

    private static void ip(MemorySegment frame, int client, int protocol) {
        frame.fill((byte) 0);
        Wire.putMac(frame, 0, NODE_MAC);
        Wire.putMac(frame, 6, ROUTER_MAC);
        Wire.put16(frame, 12, 0x0800);
        Wire.put32(frame, 14, IPV4_AND_LENGTH);
        Wire.put16(frame, 22, 64 << 8 | protocol);
        Wire.put32(frame, 26, client);
        Wire.put32(frame, 30, VIP);
        Wire.put16(frame, 24, Checksum.finish(Checksum.sum(frame, 14, 20)));
    }
}
