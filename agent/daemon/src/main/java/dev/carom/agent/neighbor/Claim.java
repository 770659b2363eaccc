package dev.carom.agent.neighbor;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.Optional;

/** What a control frame says: this address is at this MAC. Whether true is another matter. */
record Claim(IpAddress address, MacAddress mac) {

    /** Empty for a frame that claims nothing: a probe (RFC 5227), a solicitation without a source, or nonsense. */
    static Optional<Claim> of(byte[] frame) {
        return ArpFrame.claim(frame).or(() -> NeighborDiscoveryFrame.claim(frame));
    }
}
