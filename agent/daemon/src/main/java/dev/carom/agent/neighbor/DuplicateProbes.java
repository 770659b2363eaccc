package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who asked whether an address is free (RFC 4862 5.4), and did not get it since. Bounded: what comes after is not kept. */
final class DuplicateProbes {
    private static final int MOST = 4_096;

    private record Probe(IpAddress address, MacAddress mac) {}

    private final Map<Probe, Instant> seen = new ConcurrentHashMap<>();

    void heard(byte[] frame, Instant now) {
        NeighborDiscoveryFrame.duplicateProbeFor(frame)
                .filter(address -> seen.size() < MOST)
                .ifPresent(address -> seen.put(new Probe(address, sender(frame)), now));
    }

    boolean seen(IpAddress address, MacAddress mac) {
        return seen.containsKey(new Probe(address, mac));
    }

    /** This MAC holds the address since then: what it asked before is over. */
    void held(IpAddress address, MacAddress mac, Instant since) {
        seen.computeIfPresent(new Probe(address, mac), (probe, asked) -> asked.isBefore(since) ? null : asked);
    }

    private static MacAddress sender(byte[] frame) {
        byte[] mac = new byte[6];
        System.arraycopy(frame, 6, mac, 0, 6);
        return MacAddress.of(mac);
    }
}
