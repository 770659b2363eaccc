package dev.carom.agent.diagnose;

/** What came back to a question. */
sealed interface Reply {
    /** A SYN-ACK; {@code mss} is its maximum segment size, 0 where it names none. */
    record Accepted(int mss) implements Reply {}

    /** An ARP reply, an echo reply, a datagram: what was asked for. */
    record Answered() implements Reply {}

    /** A reset, or for UDP port unreachable: the address is there, the port is not open. */
    record Refused() implements Reply {}

    /** A firewall said that it does not let this pass. */
    record Prohibited() implements Reply {}

    /** The packet was routed on and had no hop left, or nowhere to go: the address is not there. */
    record Routed() implements Reply {}

    record Silent() implements Reply {}

    /** An earlier answer makes it pointless, or it does not apply. */
    record NotAsked() implements Reply {}

    Reply ANSWERED = new Answered();
    Reply REFUSED = new Refused();
    Reply PROHIBITED = new Prohibited();
    Reply ROUTED = new Routed();
    Reply SILENT = new Silent();
    Reply NOT_ASKED = new NotAsked();

    /** Whether the address itself spoke. */
    default boolean comesFromTheAddress() {
        return switch (this) {
            case Accepted accepted -> true;
            case Answered answered -> true;
            case Refused refused -> true;
            case Prohibited prohibited -> false;
            case Routed routed -> false;
            case Silent silent -> false;
            case NotAsked notAsked -> false;
        };
    }
}
