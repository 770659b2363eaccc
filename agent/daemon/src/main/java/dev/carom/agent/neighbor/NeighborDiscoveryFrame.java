package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Neighbour solicitations and advertisements (RFC 4861 4.3, 4.4) over Ethernet, without a tag. */
public final class NeighborDiscoveryFrame {
    static final int LENGTH = 86;

    private static final short ETHER_TYPE = (short) 0x86dd;
    private static final int VERSION_6 = 0x6000_0000;
    private static final byte ICMPV6 = 58;
    /** RFC 4861 7.1: anything less has crossed a router. */
    private static final byte HOP_LIMIT = (byte) 255;

    private static final byte SOLICITATION = (byte) 135;
    private static final byte ADVERTISEMENT = (byte) 136;
    private static final int OVERRIDE = 0x2000_0000;
    private static final byte SOURCE_MAC = 1;
    private static final byte TARGET_MAC = 2;
    private static final int TYPE_OFFSET = 12;
    private static final int HEADER = 14;
    private static final int NEXT_HEADER_OFFSET = HEADER + 6;
    private static final int SOURCE_OFFSET = HEADER + 8;
    private static final int MESSAGE = HEADER + 40;
    private static final int CHECKSUM_OFFSET = MESSAGE + 2;
    private static final int TARGET_OFFSET = MESSAGE + 8;
    private static final int OPTION_OFFSET = MESSAGE + 24;
    private static final int MESSAGE_LENGTH = 32;
    private static final IpAddress ALL_NODES = IpAddress.parse("ff02::1");
    private static final IpAddress SOLICITED_NODE = IpAddress.parse("ff02::1:ff00:0");

    private NeighborDiscoveryFrame() {}

    /** Asks for the target's MAC; without {@code last}, everybody who may have the address is asked. */
    public static byte[] solicitation(
            MacAddress own, IpAddress ownAddress, IpAddress target, Optional<MacAddress> last) {
        IpAddress group = solicitedNode(target);
        IpAddress destination = last.isPresent() ? target : group;
        return build(last.orElse(groupMac(group)), own, ownAddress, destination, SOLICITATION, 0, target, SOURCE_MAC);
    }

    /** The group whose members are asked for the address (RFC 4291 2.7.1). */
    static IpAddress solicitedNode(IpAddress address) {
        return new IpAddress(SOLICITED_NODE.high(), SOLICITED_NODE.low() | (address.low() & 0xff_ffff));
    }

    /** The address that every interface has by its MAC (RFC 4291 2.5.6 and appendix A). */
    static IpAddress linkLocal(MacAddress mac) {
        long value = mac.value();
        long identifier = (value >>> 24 ^ 0x02_0000L) << 40 | 0xff_fe00_0000L | value & 0xff_ffffL;
        return new IpAddress(0xfe80L << 48, identifier);
    }

    /** An unsolicited advertisement (RFC 4861 7.2.6) with the override flag: caches take the new MAC. */
    static byte[] announcement(MacAddress own, IpAddress address) {
        return build(groupMac(ALL_NODES), own, address, ALL_NODES, ADVERTISEMENT, OVERRIDE, address, TARGET_MAC);
    }

    private static byte[] build(
            MacAddress destinationMac,
            MacAddress own,
            IpAddress source,
            IpAddress destination,
            byte type,
            int flags,
            IpAddress target,
            byte option) {
        ByteBuffer frame = ByteBuffer.allocate(LENGTH)
                .put(destinationMac.toBytes())
                .put(own.toBytes())
                .putShort(ETHER_TYPE)
                .putInt(VERSION_6)
                .putShort((short) MESSAGE_LENGTH)
                .put(ICMPV6)
                .put(HOP_LIMIT)
                .put(source.toBytes())
                .put(destination.toBytes())
                .put(type)
                .put((byte) 0)
                .putShort((short) 0)
                .putInt(flags)
                .put(target.toBytes())
                .put(option)
                .put((byte) 1)
                .put(own.toBytes());
        return frame.putShort(CHECKSUM_OFFSET, checksum(frame)).array();
    }

    /** RFC 8200 8.1: over the addresses, the length, the next header and the message. */
    private static short checksum(ByteBuffer frame) {
        int sum = MESSAGE_LENGTH + ICMPV6;
        for (int offset = SOURCE_OFFSET; offset < LENGTH; offset += Short.BYTES) {
            sum += frame.getShort(offset) & 0xffff;
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        return (short) ~((sum & 0xffff) + (sum >>> 16));
    }

    /** RFC 2464 7. */
    private static MacAddress groupMac(IpAddress group) {
        return new MacAddress(0x3333_0000_0000L | (group.low() & 0xffff_ffffL));
    }

    /** An advertisement claims its target, a solicitation its source; the option must come first, as all send it. */
    static Optional<Claim> claim(byte[] frame) {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        if (frame.length < LENGTH
                || bytes.getShort(TYPE_OFFSET) != ETHER_TYPE
                || bytes.get(NEXT_HEADER_OFFSET) != ICMPV6
                || bytes.get(NEXT_HEADER_OFFSET + 1) != HOP_LIMIT) {
            return Optional.empty();
        }
        byte option = bytes.get(OPTION_OFFSET);
        return switch (bytes.get(MESSAGE)) {
            case ADVERTISEMENT -> option == TARGET_MAC ? claim(bytes, TARGET_OFFSET) : Optional.empty();
            case SOLICITATION -> option == SOURCE_MAC ? claim(bytes, SOURCE_OFFSET) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The address that a host asks about before it takes it: a solicitation from nobody (RFC 4862 5.4.2). */
    static Optional<IpAddress> duplicateProbeFor(byte[] frame) {
        ByteBuffer bytes = ByteBuffer.wrap(frame);
        boolean probe = frame.length >= OPTION_OFFSET
                && bytes.getShort(TYPE_OFFSET) == ETHER_TYPE
                && bytes.get(NEXT_HEADER_OFFSET) == ICMPV6
                && bytes.get(MESSAGE) == SOLICITATION
                && bytes.getLong(SOURCE_OFFSET) == 0
                && bytes.getLong(SOURCE_OFFSET + Long.BYTES) == 0;
        if (!probe) {
            return Optional.empty();
        }
        byte[] address = new byte[16];
        bytes.get(TARGET_OFFSET, address);
        return Optional.of(IpAddress.of(address));
    }

    private static Optional<Claim> claim(ByteBuffer bytes, int addressOffset) {
        byte[] address = new byte[16];
        bytes.get(addressOffset, address);
        byte[] mac = new byte[6];
        bytes.get(OPTION_OFFSET + 2, mac);
        MacAddress sender = MacAddress.of(mac);
        return sender.isGroup() ? Optional.empty() : Optional.of(new Claim(IpAddress.of(address), sender));
    }
}
