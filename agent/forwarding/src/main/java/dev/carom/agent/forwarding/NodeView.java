package dev.carom.agent.forwarding;

import dev.carom.agent.packet.MacAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What this node knows beside the desired state: the second half of the compiler's input.
 *
 * @param interfaces the attached interfaces, in the order of their index in the data path
 * @param health by (listener, backend); absent is UNKNOWN where the pool has a monitor
 * @param returned when a backend that was down or disabled came back; absent, it has been there from the start
 * @param neighbors the resolved MAC of each backend
 * @param ownedVips the VIPs that this node answers ARP, NDP and echo for
 * @param now the wall clock, by which drain deadlines and slow starts are judged
 */
public record NodeView(
        UUID node,
        List<Interface> interfaces,
        Map<ListenerBackend, Health> health,
        Map<ListenerBackend, Instant> returned,
        Map<UUID, MacAddress> neighbors,
        Set<UUID> ownedVips,
        Instant now) {

    public NodeView {
        interfaces = List.copyOf(interfaces);
        health = Map.copyOf(health);
        returned = Map.copyOf(returned);
        neighbors = Map.copyOf(neighbors);
        ownedVips = Set.copyOf(ownedVips);
    }

    /** The same with other health and neighbours. */
    NodeView with(Map<ListenerBackend, Health> otherHealth, Map<UUID, MacAddress> otherNeighbors) {
        return new NodeView(node, interfaces, otherHealth, returned, otherNeighbors, ownedVips, now);
    }

    /** Health is kept per (listener, backend). */
    public record ListenerBackend(UUID listener, UUID backend) {}

    /** {@code index} counts from 0 within the data path and is not the kernel's ifindex; {@code mtu} in bytes of IP. */
    public record Interface(int index, String name, MacAddress mac, int mtu, List<UUID> networks) {
        public Interface {
            networks = List.copyOf(networks);
        }

        /** Attached to the network: named as such, or, where no network is named, picked by the network's selector. */
        public boolean serves(DesiredState.Network network) {
            return networks.isEmpty() ? matches(network.interfaceSelector()) : networks.contains(network.id());
        }

        private boolean matches(String selector) {
            int star = selector.indexOf('*');
            return star < 0
                    ? name.equals(selector)
                    : name.length() >= selector.length() - 1
                            && name.startsWith(selector.substring(0, star))
                            && name.endsWith(selector.substring(star + 1));
        }
    }
}
