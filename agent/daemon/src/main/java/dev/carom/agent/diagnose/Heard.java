package dev.carom.agent.diagnose;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;

/** A frame as the questions look at it. */
record Heard(MacAddress from, MacAddress to, Content content) {

    sealed interface Content {}

    /**
     * ARP, or an advertisement or solicitation of neighbour discovery.
     *
     * @param target the address that it is about
     * @param peer who asked, in an answer; who asks, in a question
     */
    record Neighbor(boolean answer, IpAddress target, IpAddress peer) implements Content {}

    /** {@code mss} is 0 where the segment names none. */
    record Tcp(Ip ip, int sourcePort, int port, int flags, int sequence, int mss) implements Content {
        boolean has(int flag) {
            return (flags & flag) != 0;
        }
    }

    record Udp(Ip ip, int sourcePort, int port) implements Content {}

    record Echo(Ip ip, boolean reply, int id) implements Content {}

    /** An ICMP error, and the addresses and the first two words of what it quotes. */
    record Error(Ip ip, int type, int code, IpAddress quotedDestination, int quotedId) implements Content {}

    record Other(String what) implements Content {}

    record Ip(IpAddress source, IpAddress destination, int hopLimit) {}
}
