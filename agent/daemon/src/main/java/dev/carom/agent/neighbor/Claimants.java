package dev.carom.agent.neighbor;

import dev.carom.agent.packet.MacAddress;
import java.util.Map;
import java.util.UUID;

/** Tells whose a MAC address is. Owned by the neighbours' thread. */
final class Claimants {
    private final NeighborTable table;
    private Map<MacAddress, UUID> peers = Map.of();

    Claimants(NeighborTable table) {
        this.table = table;
    }

    void meet(Map<MacAddress, UUID> nodes) {
        peers = Map.copyOf(nodes);
    }

    Claimant of(MacAddress mac) {
        UUID peer = peers.get(mac);
        return peer != null
                ? new Claimant.Peer(peer)
                : table.backendAt(mac).<Claimant>map(Claimant.Backend::new).orElse(Claimant.UNKNOWN);
    }
}
