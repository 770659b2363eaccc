package dev.carom.agent.forwarding.fuzz;

import dev.carom.agent.packet.Checksum;
import dev.carom.agent.packet.EtherType;
import dev.carom.agent.packet.IcmpView;
import dev.carom.agent.packet.IpProtocol;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** ARP as it comes, and everything else made a neighbour solicitation with a right checksum. */
public final class NeighborFuzzer {
    private static final int IP = 14;
    private static final int ICMP = IP + 40;
    private static final int SHORTEST = ICMP + 4;
    private static final FuzzedForwarder IPV4 = new FuzzedForwarder("one-backend-v4");
    private static final FuzzedForwarder IPV6 = new FuzzedForwarder("one-backend-v6");

    private NeighborFuzzer() {}

    /** Loads the class, tables and all, before the first input is timed. */
    public static void fuzzerInitialize() {}

    public static void fuzzerTestOneInput(byte[] input) {
        byte[] frame = input.clone();
        boolean isArp = frame.length >= IP && ByteBuffer.wrap(frame).getShort(12) == EtherType.ARP;
        if (isArp) {
            IPV4.decide(frame);
        } else if (frame.length >= SHORTEST) {
            solicit(frame);
            IPV6.decide(frame);
        }
    }

    private static void solicit(byte[] frame) {
        int length = frame.length - ICMP;
        ByteBuffer.wrap(frame)
                .putShort(12, (short) EtherType.IPV6)
                .put(IP, (byte) (6 << 4))
                .putShort(IP + 4, (short) length)
                .put(IP + 6, (byte) IpProtocol.ICMPV6)
                .put(IP + 7, (byte) 255)
                .put(ICMP, (byte) IcmpView.NEIGHBOR_SOLICITATION)
                .putShort(ICMP + 2, (short) 0);
        MemorySegment segment = MemorySegment.ofArray(frame);
        long sum = Checksum.pseudoHeader(segment, IP + 8, 32, IpProtocol.ICMPV6, length)
                + Checksum.sum(segment, ICMP, length);
        ByteBuffer.wrap(frame).putShort(ICMP + 2, (short) Checksum.finish(sum));
    }
}
