package dev.carom.controlplane.ipvs;

import dev.carom.controlplane.address.IpAddress;
import java.util.Map;

/**
 * A VRRP instance: who carries addresses.
 *
 * @param priority of the host that the file is of
 * @param addresses with the line of each
 */
record Carrier(int vrid, int priority, long advertMs, Map<IpAddress, Integer> addresses) {
    Carrier {
        addresses = Map.copyOf(addresses);
    }
}
