package dev.carom.controlplane.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.problem.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class NodeGroupTest {
    private static final Instant NOW = Instant.EPOCH;

    @Test
    void hasAVirtualRouterEvenWhenItNamesNone() {
        assertThat(group(spec()).virtualRouters())
                .singleElement()
                .extracting(VirtualRouter::vrid)
                .isEqualTo(1);
    }

    @Test
    void networksKeepTheirIdsAsLongAsTheirNames() {
        NodeGroup group = group(spec(network("a", 0), network("b", 0)));
        UUID a = group.networks().getFirst().id();
        group.change(spec(network("a", 7), network("c", 0)), NOW);
        assertThat(group.networks()).extracting(Network::name).containsExactlyInAnyOrder("a", "c");
        assertThat(group.networks().getFirst().id()).isEqualTo(a);
        assertThat(group.networks().getFirst().spec().vlanId()).isEqualTo(7);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        NetworkSpec gatewayOutside = new NetworkSpec(
                "a",
                "eth 0",
                5000,
                List.of(Subnet.parse("10.0.0.0/24")),
                List.of(IpAddress.parse("10.0.1.1")),
                9,
                NetworkRole.BOTH);
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        NodeGroupSpec wrong = new NodeGroupSpec(
                "-",
                Map.of(),
                List.of(gatewayOutside, network("a", 0)),
                List.of(
                        new VirtualRouterSpec(0, Map.of(one, 255), 1),
                        new VirtualRouterSpec(2, Map.of(one, 9, two, 9), 1000)));
        assertThatThrownBy(() -> group(wrong))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidResource.class))
                .extracting(InvalidResource::violations, InstanceOfAssertFactories.list(Violation.class))
                .extracting(Violation::code)
                .containsExactlyInAnyOrder(
                        "NAME_INVALID",
                        "INTERFACE_SELECTOR_INVALID",
                        "VLAN_ID_OUT_OF_RANGE",
                        "MTU_OUT_OF_RANGE",
                        "GATEWAY_OUTSIDE_SUBNETS",
                        "NAME_TAKEN",
                        "VRID_OUT_OF_RANGE",
                        "ADVERT_INTERVAL_OUT_OF_RANGE",
                        "PRIORITY_OUT_OF_RANGE",
                        "PRIORITY_NOT_UNIQUE");
    }

    private static NodeGroup group(NodeGroupSpec spec) {
        return new NodeGroup(UUID.randomUUID(), spec, new byte[16], NOW);
    }

    private static NodeGroupSpec spec(NetworkSpec... networks) {
        return new NodeGroupSpec("edge", Map.of(), List.of(networks), List.of());
    }

    private static NetworkSpec network(String name, int vlan) {
        return new NetworkSpec(
                name, "eth0", vlan, List.of(Subnet.parse("10.0.0.0/24")), List.of(), 0, NetworkRole.BOTH);
    }
}
