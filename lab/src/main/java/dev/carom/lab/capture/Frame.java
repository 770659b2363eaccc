package dev.carom.lab.capture;

import java.time.Instant;

/** One frame as it was on the wire. MACs in lower-case hexadecimal with colons, addresses as the JDK writes them. */
public record Frame(Instant time, String sourceMac, String destinationMac, Payload payload) {

    /** What an Ethernet frame carries, as far as the lab asks. */
    public sealed interface Payload {}

    /**
     * An IPv4 or IPv6 packet.
     *
     * @param sourcePort 0 unless TCP or UDP
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

        /** The first packet of a connection. */
        public boolean opensConnection() {
            return (tcpFlags & (SYN | ACK)) == SYN;
        }

        /** The server's answer to the first packet. */
        public boolean acceptsConnection() {
            return (tcpFlags & (SYN | ACK)) == (SYN | ACK);
        }
    }

    /** An ARP request (operation 1) or reply (2). */
    public record Arp(int operation, String senderMac, String senderAddress, String targetAddress) implements Payload {

        /** It announces its own address. */
        public boolean isGratuitous() {
            return senderAddress.equals(targetAddress);
        }
    }

    /** Anything else. */
    public record Other(int etherType) implements Payload {}
}
