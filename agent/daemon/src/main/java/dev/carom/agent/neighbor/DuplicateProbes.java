package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who asked whether an address is free (RFC 4862 5.4). Bounded: what comes after is not kept. */
final class DuplicateProbes {
    private static final int MOST = 4_096;

    private record Probe(IpAddress address, MacAddress mac) {}

    private final Set<Probe> seen = ConcurrentHashMap.newKeySet();

    void heard(byte[] frame) {
        NeighborDiscoveryFrame.duplicateProbeFor(frame)
                .filter(address -> seen.size() < MOST)
                .ifPresent(address -> seen.add(new Probe(address, sender(frame))));
    }

    boolean seen(IpAddress address, MacAddress mac) {
        return seen.contains(new Probe(address, mac));
    }

    private static MacAddress sender(byte[] frame) {
        byte[] mac = new byte[6];
        System.arraycopy(frame, 6, mac, 0, 6);
        return MacAddress.of(mac);
    }
}
