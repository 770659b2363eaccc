package dev.carom.agent.diagnose;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;

/** What the wire tells of duplicate address detection (RFC 4862 5.4). Asked and told by any thread. */
public interface DuplicateAddresses {
    /** Whether this MAC asked if the VIP is free, and was not seen to hold it since. */
    boolean asked(IpAddress vip, MacAddress mac);

    /** This MAC answered as the VIP: it holds it now. */
    void held(IpAddress vip, MacAddress mac);
}
