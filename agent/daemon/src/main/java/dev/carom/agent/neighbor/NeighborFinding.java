package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.Optional;
import java.util.UUID;

/** Someone else answered for a VIP that this node owns. {@code backend} names the one whose MAC address it is. */
public record NeighborFinding(Code code, IpAddress vip, MacAddress mac, Optional<UUID> backend, String evidence) {

    /** Finding codes of the whole product: names are fixed. */
    public enum Code {
        FOREIGN_OWNER,
        BACKEND_ANSWERS_ARP
    }
}
