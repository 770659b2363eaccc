package dev.carom.agent.forwarding;

/** Why a frame was forwarded, passed, answered or dropped: one counter each, and a BPF header mirrors the order. */
public enum Reason {
    FORWARDED_NEW_FLOW("A new flow was forwarded and remembered"),
    FORWARDED_KNOWN_FLOW("A remembered flow was forwarded"),
    FORWARDED_MOVED_FLOW("A remembered flow was moved, because its backend no longer takes it"),
    FORWARDED_UNREMEMBERED("Forwarded by the table alone: the flow table had no room, or the packet only closes"),
    FORWARDED_ICMP_ERROR("An ICMP error went to the backend of the flow that it quotes"),
    FORWARDED_FRAGMENT("A later fragment followed its first"),
    PASSED_ARP("ARP that is not a question for an owned VIP"),
    PASSED_NEIGHBOR_DISCOVERY("Neighbour discovery that is not a question for an owned VIP"),
    PASSED_NOT_VIP("The destination is no VIP of the node group"),
    PASSED_NOT_OWNED("A question for a VIP of the group that another node owns"),
    PASSED_OTHER_MAC("The destination MAC is not this interface's"),
    PASSED_ETHERTYPE("Neither IPv4, IPv6 nor ARP"),
    PASSED_QINQ("Two VLAN tags"),
    ANSWERED_ARP("An ARP question for an owned VIP was answered"),
    ANSWERED_NEIGHBOR_SOLICITATION("A neighbour solicitation for an owned VIP was answered"),
    ANSWERED_ECHO("An echo request to an owned VIP was answered"),
    ANSWERED_RESET("TCP to a port without a listener was refused with RST"),
    ANSWERED_PORT_UNREACHABLE("UDP to a port without a listener was refused with an ICMP error"),
    ANSWERED_TOO_BIG("A packet longer than the backend's link carries was refused with its MTU"),
    DROPPED_TOO_SHORT("Shorter than its headers"),
    DROPPED_BAD_LENGTH("A length field lies about the frame"),
    DROPPED_BAD_VERSION("The IP version is not that of the EtherType"),
    DROPPED_BAD_CHECKSUM("The checksum of an IPv4 header, or of a message to answer, is wrong"),
    DROPPED_BAD_ARP("ARP that is not Ethernet and IPv4"),
    DROPPED_BAD_NEIGHBOR_DISCOVERY("Neighbour discovery that breaks RFC 4861 7.1"),
    DROPPED_BAD_SOURCE("A source address that cannot be a client's: group, unspecified, loopback or the VIP"),
    DROPPED_EXTENSION_HEADERS("More IPv6 extension headers than are followed"),
    DROPPED_UNSUPPORTED_PROTOCOL("Neither TCP, UDP nor ICMP to a VIP"),
    DROPPED_UNSUPPORTED_ICMP("An ICMP message to a VIP that is neither echo nor error"),
    DROPPED_BAD_ICMP_QUOTE("An ICMP error whose quoted packet is truncated or did not come from the VIP"),
    DROPPED_ECHO_NOT_SERVED("An echo request to a VIP without a healthy backend, or not owned"),
    DROPPED_FRAGMENT_WITHOUT_FIRST("A later fragment whose first did not come within 500 ms"),
    DROPPED_FRAGMENT_NO_ROOM("A later fragment came before its first, and too many were held already"),
    DROPPED_VIP_DISABLED("The VIP is disabled"),
    DROPPED_NO_LISTENER("No listener on this port of the VIP"),
    DROPPED_LISTENER_DISABLED("The listener is disabled, or draining and the flow is new"),
    DROPPED_NO_BACKEND("No backend may take the flow"),
    DROPPED_UNRESOLVED("The backend's MAC address is not known"),
    DROPPED_SOURCE_DENIED("The listener does not admit this source"),
    DROPPED_RATE_LIMITED("Too many new flows a second to the VIP or from the source prefix"),
    DROPPED_REJECT_LIMITED("An RST or unreachable was due, and the limit of answers reached"),
    DROPPED_BOUNCED("A forwarded packet came back: the backend lacks the VIP"),
    DROPPED_LOOPED("A frame that another node of the group already forwarded"),
    DROPPED_OWN_FRAME("A frame with this node's own source MAC"),
    DROPPED_EXCEEDS_MTU("Longer than the backend's link carries, and not to be answered"),
    DROPPED_STALE("The frame waited in the ring for more than 500 ms"),
    DROPPED_TRUNCATED("The capture holds less than the frame"),
    DROPPED_NOT_INJECTED("The kernel refused the frame");

    private final String meaning;

    Reason(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
