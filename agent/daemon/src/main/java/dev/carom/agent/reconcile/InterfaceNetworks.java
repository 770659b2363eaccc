package dev.carom.agent.reconcile;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.forwarding.DesiredState.Network;
import dev.carom.agent.forwarding.NodeView;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the networks of the group that each attached interface meets. */
final class InterfaceNetworks {
    private InterfaceNetworks() {}

    static List<NodeView.Interface> match(List<AttachedInterface> attached, List<Network> networks) {
        return attached.stream()
                .map(found -> new NodeView.Interface(
                        found.index(),
                        found.name(),
                        found.mac(),
                        found.mtu(),
                        networks.stream()
                                .filter(network -> meets(found, network))
                                .map(Network::id)
                                .toList()))
                .toList();
    }

    /** A plain name decides alone; a pattern may match several interfaces, so there the addresses decide. */
    private static boolean meets(AttachedInterface attached, Network network) {
        String selector = network.interfaceSelector();
        if (selector.equals(attached.name())) {
            return true;
        }
        return glob(selector).matcher(attached.name()).matches() && mayReach(attached, network);
    }

    private static boolean mayReach(AttachedInterface attached, Network network) {
        return network.subnets().isEmpty()
                || attached.addresses().isEmpty()
                || attached.addresses().stream()
                        .anyMatch(own -> network.subnets().stream().anyMatch(subnet -> subnet.contains(own.address())));
    }

    /** An empty selector is any interface. */
    private static Pattern glob(String selector) {
        String pattern = selector.isEmpty() ? "*" : selector;
        return Pattern.compile(
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
