package dev.carom.agent.forwarding.fuzz;

import dev.carom.agent.packet.EtherType;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpProtocol;
import java.nio.ByteBuffer;

/** ICMP errors to the VIP: the outer headers are made right, the quoted packet is as it comes. */
public final class IcmpErrorFuzzer {
    private static final byte[] NODE_MAC = {2, 0, 0, 0, 1, 1};
    private static final byte[] VIP_V4 = IpAddress.parse("10.0.0.100").toBytes();
    private static final byte[] VIP_V6 = IpAddress.parse("2001:db8::100").toBytes();
    private static final int IP = 14;
    private static final int SHORTEST = IP + 40 + 8;
    private static final FuzzedForwarder IPV4 = new FuzzedForwarder("two-backends-v4");
    private static final FuzzedForwarder IPV6 = new FuzzedForwarder("two-backends-v6");

    private IcmpErrorFuzzer() {}

    /** Loads the class, tables and all, before the first input is timed. */
    public static void fuzzerInitialize() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < SHORTEST) {
            return;
        }
        byte[] frame = input.clone();
        System.arraycopy(NODE_MAC, 0, frame, 0, 6);
        if (ByteBuffer.wrap(frame).getShort(12) == EtherType.IPV4) {
            ipv4(frame);
            IPV4.decide(frame);
        } else {
            ipv6(frame);
            IPV6.decide(frame);
        }
    }

    private static void ipv4(byte[] frame) {
        ByteBuffer.wrap(frame)
                .put(IP, (byte) 0x45)
                .putShort(IP + 2, (short) (frame.length - IP))
                .putShort(IP + 6, (short) 0)
                .put(IP + 9, (byte) IpProtocol.ICMP)
                .put(IP + 16, VIP_V4)
                .put(IP + 20, (byte) 3);
        FrameFuzzer.repairIpv4Header(frame);
    }

    private static void ipv6(byte[] frame) {
        ByteBuffer.wrap(frame)
                .putShort(12, (short) EtherType.IPV6)
                .put(IP, (byte) (6 << 4))
                .putShort(IP + 4, (short) (frame.length - IP - 40))
                .put(IP + 6, (byte) IpProtocol.ICMPV6)
                .put(IP + 24, VIP_V6)
                .put(IP + 40, (byte) 2);
    }
}
