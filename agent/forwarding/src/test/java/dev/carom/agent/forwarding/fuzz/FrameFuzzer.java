package dev.carom.agent.forwarding.fuzz;

import dev.carom.agent.packet.Checksum;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/** Frames as they come. The checksum of an IPv4 header is made right: it would end nearly every input at once. */
public final class FrameFuzzer {
    private static final int IP = 14;
    private static final int IPV4_HEADER = 20;
    private static final FuzzedForwarder IPV4 = new FuzzedForwarder("two-backends-v4");
    private static final FuzzedForwarder IPV6 = new FuzzedForwarder("two-backends-v6");
    private static final FuzzedForwarder REJECTING = new FuzzedForwarder("reject-v4");

    private FrameFuzzer() {}

    /** Loads the class, tables and all, before the first input is timed. */
    public static void fuzzerInitialize() {}

    public static void fuzzerTestOneInput(byte[] input) {
        byte[] frame = input.clone();
        if (frame.length >= IP + IPV4_HEADER && frame[IP] >>> 4 == 4) {
            repairIpv4Header(frame);
        }
        IPV4.decide(frame);
        IPV6.decide(frame);
        REJECTING.decide(frame);
    }

    static void repairIpv4Header(byte[] frame) {
        int length = Math.min((frame[IP] & 0xf) * 4, frame.length - IP);
        ByteBuffer.wrap(frame).putShort(IP + 10, (short) 0);
        long sum = Checksum.sum(MemorySegment.ofArray(frame), IP, length);
        ByteBuffer.wrap(frame).putShort(IP + 10, (short) Checksum.finish(sum));
    }
}
