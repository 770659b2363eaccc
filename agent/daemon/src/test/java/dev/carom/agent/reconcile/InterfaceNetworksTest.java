package dev.carom.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.AttachedInterface.LocalAddress;
import dev.carom.agent.forwarding.DesiredState.Network;
import dev.carom.agent.forwarding.DesiredState.NetworkRole;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import dev.carom.agent.packet.MacAddress;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InterfaceNetworksTest {
    private static final UUID CLIENTS = new UUID(1, 1);
    private static final UUID BACKENDS = new UUID(1, 2);

    @Test
    void aPatternMeetsTheInterfaceThatHasAnAddressInTheSubnet() {
        assertThat(networksOf(attached(0, "eth0", "10.0.0.2"), "eth*")).containsExactly(CLIENTS);
        assertThat(networksOf(attached(1, "eth1", "10.1.0.2"), "eth*")).containsExactly(BACKENDS);
    }

    @Test
    void anInterfaceWithoutAnAddressMeetsEveryNetworkOfItsPattern() {
        AttachedInterface bare =
                new AttachedInterface(0, "eth0", 2, MacAddress.parse("52:54:00:00:00:aa"), 1500, true, List.of());

        assertThat(networksOf(bare, "*")).containsExactly(CLIENTS, BACKENDS);
    }

    @Test
    void aPlainNameDecidesAlone() {
        assertThat(networksOf(attached(0, "bond0", "192.0.2.1"), "bond0")).containsExactly(CLIENTS, BACKENDS);
        assertThat(networksOf(attached(0, "bond0", "10.0.0.2"), "eth0")).isEmpty();
    }

    private static List<UUID> networksOf(AttachedInterface attached, String selector) {
        return InterfaceNetworks.match(
                        List.of(attached),
                        List.of(network(CLIENTS, selector, "10.0.0.0/24"), network(BACKENDS, selector, "10.1.0.0/24")))
                .getFirst()
                .networks();
    }

    private static Network network(UUID id, String selector, String subnet) {
        return new Network(id, "n", selector, 0, List.of(IpPrefix.parse(subnet)), 0, NetworkRole.BOTH);
    }

    private static AttachedInterface attached(int index, String name, String address) {
        return new AttachedInterface(
                index,
                name,
                index + 2,
                MacAddress.parse("52:54:00:00:00:aa"),
                1500,
                true,
                List.of(new LocalAddress(IpAddress.parse(address), 24)));
    }
}
