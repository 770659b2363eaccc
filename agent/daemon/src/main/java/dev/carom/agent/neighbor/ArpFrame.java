package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** ARP for IPv4 over Ethernet (RFC 826), without a tag. */
public final class ArpFrame {
    static final int LENGTH = 42;

    private static final short ETHER_TYPE = 0x0806;
    private static final short ETHERNET = 1;
    private static final short IPV4 = 0x0800;
    private static final byte MAC_LENGTH = 6;
    private static final byte IPV4_LENGTH = 4;
    private static final short REQUEST = 1;
    private static final short REPLY = 2;
    private static final int TYPE_OFFSET = 12;
    private static final int HARDWARE_OFFSET = 14;
    private static final int PROTOCOL_OFFSET = 16;
    private static final int SENDER_OFFSET = 22;
    private static final MacAddress UNKNOWN = new MacAddress(0);
    private static final IpAddress UNSPECIFIED = IpAddress.ofIpv4(0);

    private ArpFrame() {}

    /** Asks for the target's MAC; {@code destination} is broadcast, or who had it last. */
    public static byte[] request(MacAddress own, IpAddress ownAddress, IpAddress target, MacAddress destination) {
        return build(destination, own, REQUEST, ownAddress, UNKNOWN, target);
    }

    /** Asks without saying who asks (RFC 5227 2.1.1): no cache is changed by it. */
    public static byte[] probe(MacAddress own, IpAddress target) {
        return request(own, UNSPECIFIED, target, MacAddress.BROADCAST);
    }

    /** A gratuitous request (RFC 5227 2.3): updates the caches that have the address. */
    static byte[] announcement(MacAddress own, IpAddress address) {
        return build(MacAddress.BROADCAST, own, REQUEST, address, UNKNOWN, address);
    }

    /** A gratuitous reply: for the hosts that update from replies only. */
    static byte[] gratuitousReply(MacAddress own, IpAddress address) {
        return build(MacAddress.BROADCAST, own, REPLY, address, MacAddress.BROADCAST, address);
    }

    private static byte[] build(
            MacAddress destination,
            MacAddress own,
            short operation,
            IpAddress sender,
            MacAddress targetMac,
            IpAddress target) {
        return ByteBuffer.allocate(LENGTH)
                .put(destination.toBytes())
                .put(own.toBytes())
                .putShort(ETHER_TYPE)
                .putShort(ETHERNET)
                .putShort(IPV4)
                .put(MAC_LENGTH)
                .put(IPV4_LENGTH)
                .putShort(operation)
                .put(own.toBytes())
                .putInt(sender.ipv4())
                .put(targetMac.toBytes())
                .putInt(target.ipv4())
                .array();
    }

    /** The sender's claim, in a request as much as in a reply. */
    static Optional<Claim> claim(byte[] frame) {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        if (frame.length < LENGTH
                || bytes.getShort(TYPE_OFFSET) != ETHER_TYPE
                || bytes.getShort(HARDWARE_OFFSET) != ETHERNET
                || bytes.getShort(PROTOCOL_OFFSET) != IPV4) {
            return Optional.empty();
        }
        byte[] mac = new byte[MAC_LENGTH];
        bytes.get(SENDER_OFFSET, mac);
        MacAddress sender = MacAddress.of(mac);
        IpAddress address = IpAddress.ofIpv4(bytes.getInt(SENDER_OFFSET + MAC_LENGTH));
        return sender.isGroup() || sender.equals(UNKNOWN) || address.equals(UNSPECIFIED)
                ? Optional.empty()
                : Optional.of(new Claim(address, sender));
    }
}
