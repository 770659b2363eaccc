package dev.carom.lab.capture;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** One frame as it was on the wire. MACs in lower-case hexadecimal with colons, addresses as the JDK writes them. */
public record Frame(Instant time, String sourceMac, String destinationMac, Payload payload) {

    /** What an Ethernet frame carries, as far as the lab asks. */
    public sealed interface Payload {}

    /** An 802.1Q tag, and what is behind it. */
    public record Tagged(int vlanId, Payload payload) implements Payload {}

    /**
     * An IPv4 or IPv6 packet.
     *
     * @param protocol of the header after the first; a fragment of IPv6 is {@link Protocol#OTHER}
     * @param sourcePort 0 unless TCP or UDP, and in later fragments
     * @param tcpFlags the byte of flags, 0 unless TCP
     * @param packet the bytes of the whole packet in hexadecimal, as far as they were captured, link padding left out
     */
    public record Ip(
            String source,
            String destination,
            Protocol protocol,
            int sourcePort,
            int destinationPort,
            int tcpFlags,
            String packet)
            implements Payload {
        private static final int SYN = 0x02;
        private static final int ACK = 0x10;
        private static final int IPV6_FRAGMENT = 44;

        /** The first packet of a connection. */
        public boolean opensConnection() {
            return (tcpFlags & (SYN | ACK)) == SYN;
        }

        /** The server's answer to the first packet. */
        public boolean acceptsConnection() {
            return (tcpFlags & (SYN | ACK)) == (SYN | ACK);
        }

        /** In bytes as its header says, which may be more than was captured. */
        public int length() {
            return isIpv4() ? number(2, 4) : 40 + number(4, 6);
        }

        /** TTL or hop limit. */
        public int hopLimit() {
            return isIpv4() ? number(8, 9) : number(7, 8);
        }

        /** Of a datagram that was sent in several. */
        public boolean isFragment() {
            return isIpv4() ? (number(6, 8) & 0x3fff) != 0 : number(6, 7) == IPV6_FRAGMENT;
        }

        private boolean isIpv4() {
            return packet.charAt(0) == '4';
        }

        private int number(int firstByte, int end) {
            return HexFormat.fromHexDigits(packet, 2 * firstByte, 2 * end);
        }
    }

    /** An ARP request (operation 1) or reply (2). */
    public record Arp(int operation, String senderMac, String senderAddress, String targetAddress) implements Payload {

        /** It announces its own address. */
        public boolean isGratuitous() {
            return senderAddress.equals(targetAddress);
        }
    }

    /** An MLDv2 report: which multicast groups a host starts and ceases to listen to (RFC 3810). */
    public record MulticastReport(List<String> joined, List<String> left) implements Payload {}

    /** Anything else. */
    public record Other(int etherType) implements Payload {}
}
