package dev.carom.agent.forwarding;

/** Why a frame was forwarded, passed, answered or dropped: one counter each, and a BPF header mirrors the order. */
public enum Reason {
    FORWARDED_NEW_FLOW("A new flow was forwarded and remembered"),
    FORWARDED_KNOWN_FLOW("A remembered flow was forwarded"),
    FORWARDED_UNREMEMBERED("Forwarded by the table; the flow table had no room"),
    PASSED_ARP("ARP that is not a question for an owned VIP"),
    PASSED_NOT_VIP("The destination is no VIP of this node"),
    PASSED_NOT_OWNED("A VIP of the group that another node owns"),
    PASSED_ETHERTYPE("Neither IPv4, IPv6 nor ARP"),
    ANSWERED_ARP("An ARP question for an owned VIP was answered"),
    DROPPED_TOO_SHORT("Shorter than its headers"),
    DROPPED_BAD_LENGTH("A length field lies about the frame"),
    DROPPED_NO_LISTENER("No listener on this port of the VIP"),
    DROPPED_NO_BACKEND("No backend may take the flow"),
    DROPPED_UNRESOLVED("The backend's MAC address is not known");

    private final String meaning;

    Reason(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }
}
