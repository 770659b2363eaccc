package dev.carom.agent.forwarding;

import dev.carom.agent.packet.IpAddress;
import java.util.UUID;

/**
 * A backend as the table holds it.
 *
 * @param mac 48 bits, or {@link #UNRESOLVED}
 * @param verdict made once: deciding allocates nothing
 */
record BackendEntry(
        UUID id,
        String name,
        IpAddress address,
        long mac,
        int weight,
        boolean forwardsForOthers,
        Egress egress,
        Verdict.Forward verdict) {
    static final long UNRESOLVED = 0;

    /** {@code vlanId} 0 is untagged; {@code mtu} in bytes of IP, 0 unknown. */
    record Egress(int interfaceIndex, long mac, int vlanId, int mtu) {}

    boolean isResolved() {
        return mac != UNRESOLVED;
    }

    @Override
    public String toString() {
        return "backend %s %s %s mac=%012x weight=%d forwardsForOthers=%s %s"
                .formatted(id, name, address, mac, weight, forwardsForOthers, egress);
    }
}
