package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.BackendEntry.Egress;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.Network;
import dev.carom.agent.forwarding.DesiredState.NetworkRole;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** By which interface, MAC and VLAN a backend is reached: its network's, as this node attaches to it. */
final class EgressFinder {
    private final List<Network> networks;
    private final List<NodeView.Interface> interfaces;

    EgressFinder(DesiredState desired, NodeView view) {
        networks = desired.networks();
        interfaces = view.interfaces();
    }

    Optional<Egress> find(Backend backend, CompilationErrors errors) {
        List<Network> reaching = networks.stream()
                .filter(network -> network.role() != NetworkRole.CLIENT)
                .filter(network -> network.subnets().stream().anyMatch(subnet -> subnet.contains(backend.address())))
                .toList();
        if (reaching.isEmpty()) {
            errors.add(
                    "backends",
                    backend.id(),
                    "BACKEND_OUTSIDE_NETWORKS",
                    backend.address() + " lies in no subnet of a backend network of the node group");
            return Optional.empty();
        }
        Optional<Egress> egress = reaching.stream().flatMap(this::attachments).findFirst();
        if (egress.isEmpty()) {
            errors.add(
                    "backends",
                    backend.id(),
                    "NETWORK_NOT_ATTACHED",
                    "no interface of this node attaches to network "
                            + reaching.getFirst().name());
        }
        return egress;
    }

    private Stream<Egress> attachments(Network network) {
        return interfaces.stream()
                .filter(port -> port.serves(network))
                .map(port -> new Egress(port.index(), port.mac().value(), network.vlanId(), mtu(network, port)));
    }

    private static int mtu(Network network, NodeView.Interface port) {
        return network.mtu() == 0 ? port.mtu() : Math.min(network.mtu(), port.mtu());
    }
}
