package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;

/** Someone else answered for a VIP that this node owns, or is about to own. */
public record NeighborFinding(IpAddress vip, MacAddress mac, Claimant claimant, String evidence) {

    /** Finding codes of the whole product: names are fixed. */
    public enum Code {
        FOREIGN_OWNER,
        BACKEND_ANSWERS_ARP,
        DUPLICATE_MASTER
    }

    public Code code() {
        return switch (claimant) {
            case Claimant.Backend backend -> Code.BACKEND_ANSWERS_ARP;
            case Claimant.Peer peer -> Code.DUPLICATE_MASTER;
            case Claimant.Unknown unknown -> Code.FOREIGN_OWNER;
        };
    }
}
