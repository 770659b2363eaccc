package dev.carom.agent.reconcile;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.AttachedInterface.LocalAddress;
import dev.carom.agent.datapath.HostLinks;
import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.Network;
import dev.carom.agent.forwarding.DesiredState.NetworkRole;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.neighbor.Segment;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which segments this node meets: one for each VLAN of the networks that an interface serves. */
final class NodeSegments {
    private final HostLinks links;
    private final DesiredState desired;
    private final Set<IpAddress> nodeAddresses;
    /** Never asked from, even where the kernel wrongly has them: hosts would learn this node's MAC for them. */
    private final Set<IpAddress> vips;

    private NodeSegments(HostLinks links, DesiredState desired, UUID node) {
        this.links = links;
        this.desired = desired;
        nodeAddresses = desired.nodes().stream()
                .filter(each -> each.id().equals(node))
                .flatMap(each -> each.addresses().stream())
                .collect(Collectors.toSet());
        vips = desired.vips().stream().map(DesiredState.Vip::address).collect(Collectors.toSet());
    }

    static List<Segment> of(HostLinks links, DesiredState desired, UUID node) {
        NodeSegments segments = new NodeSegments(links, desired, node);
        return InterfaceNetworks.match(links.attached(), desired.networks()).stream()
                .flatMap(segments::of)
                .toList();
    }

    /** An interface without a network is one untagged segment. */
    private Stream<Segment> of(NodeView.Interface matched) {
        AttachedInterface link = links.attached().get(matched.index());
        List<Network> networks = desired.networks().stream()
                .filter(network -> matched.networks().contains(network.id()))
                .toList();
        Set<Integer> vlans = networks.stream().map(Network::vlanId).collect(Collectors.toCollection(TreeSet::new));
        return (networks.isEmpty() ? Set.of(0) : vlans)
                .stream()
                        .map(vlan -> segment(
                                link,
                                vlan,
                                networks.stream()
                                        .filter(network -> network.vlanId() == vlan)
                                        .toList()));
    }

    private Segment segment(AttachedInterface link, int vlan, List<Network> networks) {
        List<IpPrefix> subnets =
                networks.stream().flatMap(network -> network.subnets().stream()).toList();
        List<LocalAddress> untagged = vlan == 0 ? link.addresses() : List.of();
        return new Segment(
                link,
                vlan,
                Stream.concat(subnets.stream(), untagged.stream().map(LocalAddress::onLink))
                        .distinct()
                        .toList(),
                Stream.concat(untagged.stream().map(LocalAddress::address), ownAddresses(subnets))
                        .filter(address -> !vips.contains(address))
                        .distinct()
                        .toList(),
                networks.isEmpty() || networks.stream().anyMatch(network -> network.role() != NetworkRole.BACKEND),
                networks.isEmpty() || networks.stream().anyMatch(network -> network.role() != NetworkRole.CLIENT));
    }

    /** Wherever the kernel has them, on a VLAN device for one, or as the node's configuration gives them. */
    private Stream<IpAddress> ownAddresses(List<IpPrefix> subnets) {
        return Stream.concat(links.addresses().keySet().stream(), nodeAddresses.stream())
                .filter(address -> subnets.stream().anyMatch(subnet -> subnet.contains(address)))
                .sorted();
    }
}
