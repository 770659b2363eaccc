package dev.carom.agent.forwarding;

import dev.carom.agent.packet.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A DesiredState compiled with health, MACs and role: immutable, swapped by one reference. */
public final class ForwardingTable {
    /** Knows no VIP: everything passes. */
    public static final ForwardingTable EMPTY = new ForwardingTable();

    private ForwardingTable() {}

    /** One VIP as this table holds it; {@code owned} means that this node answers ARP, NDP and echo for it. */
    public record VipSummary(UUID id, String name, IpAddress address, boolean owned) {}

    /** All VIPs of the node group that this table serves, by address: what the node's kernel must be kept off. */
    public List<VipSummary> vips() {
        return List.of();
    }

    /** The VIPs that this node answers for, by address: what is to be announced. */
    public List<VipSummary> ownedVips() {
        return List.of();
    }

    public Optional<VipSummary> vip(IpAddress address) {
        return Optional.empty();
    }

    /** Canonical text of everything the table decides by, one fact a line; equal tables have equal lines. */
    public List<String> describe() {
        return List.of();
    }

    /** SHA-256 in hex, computed anew from the content at each call: proves what is loaded. */
    public String contentHash() {
        return "";
    }
}
