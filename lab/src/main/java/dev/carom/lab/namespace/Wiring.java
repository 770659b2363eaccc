package dev.carom.lab.namespace;

import dev.carom.lab.topology.HostName;
import dev.carom.lab.topology.Link;
import dev.carom.lab.topology.Topology;
import dev.carom.lab.topology.WiringPlan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes a topology's namespaces, wires and addresses. */
public final class Wiring {

    private Wiring() {}

    /**
     * Builds the whole network.
     *
     * @throws dev.carom.lab.process.CommandFailed halfway, if the machine does not let it
     */
    public static Map<HostName, NetworkNamespace> build(Topology topology) {
        WiringPlan plan = new WiringPlan(topology);
        Map<HostName, NetworkNamespace> hosts = new EnumMap<>(HostName.class);
        for (HostName name : topology.hosts()) {
            NetworkNamespace namespace = NetworkNamespace.create(topology.namespace(name));
            namespace.sysctl(plan.kernelSettings(name));
            hosts.put(name, namespace);
        }
        NetworkNamespace wires = NetworkNamespace.create(topology.switchNamespace());
        wires.sysctl(plan.switchKernelSettings());
        wires.ip(plan.switchLinks());
        wires.sysctl(plan.querierKernelSettings());
        wires.bridge(plan.forwardingEntries());
        new NetworkNamespace(topology.namespace(HostName.ROUTER)).ip(plan.outsideLink());
        hosts.forEach((name, namespace) -> configure(plan, name, namespace));
        return hosts;
    }

    private static void configure(WiringPlan plan, HostName name, NetworkNamespace namespace) {
        for (Link link : plan.topology().links(name)) {
            List<String> arguments = new ArrayList<>(List.of("ethtool", "-K", link.device()));
            arguments.addAll(plan.offloads(name));
            namespace.require(arguments.toArray(String[]::new));
        }
        namespace.ip(plan.addresses(name));
    }
}
