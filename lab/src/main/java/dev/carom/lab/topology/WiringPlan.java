package dev.carom.lab.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The lines for {@code ip -batch}, {@code bridge -batch} and {@code sysctl} that wire a topology. */
public record WiringPlan(Topology topology) {

    /** Run in the switch's namespace: the links are born there and in the hosts, never in the machine's own namespace. */
    public List<String> switchLinks() {
        List<String> lines = new ArrayList<>();
        for (Switch wires : topology.switches()) {
            lines.add(
                    "link add %s type bridge mcast_snooping 1 mcast_querier 1 mcast_mld_version 2 forward_delay 0 stp_state 0"
                            .formatted(wires.bridge()));
            lines.add("link set %s up".formatted(wires.bridge()));
            wires.links().forEach(link -> addPort(lines, wires, link));
        }
        return lines;
    }

    private void addPort(List<String> lines, Switch wires, Link link) {
        String port = topology.port(link);
        lines.add("link add %s type veth peer name %s address %s netns %s"
                .formatted(port, link.device(), link.mac(), topology.namespace(link.host())));
        lines.add("link set %s mtu %d master %s up".formatted(port, mtu(), wires.bridge()));
        if (link.host() == HostName.TRUNK) {
            // Another switch is behind it: whatever multicast nobody here has joined may be for that one.
            lines.add("link set %s type bridge_slave mcast_router 2".formatted(port));
        }
    }

    private int mtu() {
        return topology.layout().mtu();
    }

    /** Static entries: a bridge that does not know a MAC floods it, and every host pays for every frame. */
    public List<String> forwardingEntries() {
        List<String> lines = new ArrayList<>();
        for (Switch wires : topology.switches()) {
            wires.links().forEach(link -> lines.add(entry(link.mac(), link)));
        }
        if (topology.hasInside()) {
            Link outer = topology.links(HostName.TRUNK).getFirst();
            Link inner = topology.links(HostName.TRUNK).getLast();
            HostName.backends()
                    .forEach(
                            backend -> lines.add(entry(topology.primary(backend).mac(), outer)));
            lines.add(entry(topology.primary(HostName.LB2).mac(), inner));
        }
        return lines;
    }

    private String entry(String mac, Link at) {
        return "fdb replace %s dev %s master static".formatted(mac, topology.port(at));
    }

    /** Run in the router's namespace: the wire to a client outside. */
    public List<String> outsideLink() {
        if (topology.outsideLinks().isEmpty()) {
            return List.of();
        }
        Link client = topology.outsideLinks().getFirst();
        Link router = topology.outsideLinks().getLast();
        return List.of("link add %s address %s type veth peer name %s address %s netns %s"
                .formatted(
                        router.device(),
                        router.mac(),
                        client.device(),
                        client.mac(),
                        topology.namespace(client.host())));
    }

    public List<String> addresses(HostName host) {
        List<String> lines = new ArrayList<>();
        lines.add("link set lo up");
        for (Link link : topology.links(host)) {
            lines.add("link set %s mtu %d up".formatted(link.device(), mtu()));
            if (host == HostName.TRUNK) {
                continue;
            }
            lines.add("addr add %s/24 dev %s".formatted(link.ipv4(), link.device()));
            lines.add("addr add %s/64 dev %s nodad".formatted(link.ipv6(), link.device()));
        }
        topology.gateway(host).filter(gateway -> host != HostName.TRUNK).ifPresent(gateway -> {
            lines.add("route add default via " + gateway.ipv4());
            lines.add("route add default via " + gateway.ipv6());
        });
        return lines;
    }

    /** Run before the host has a device: what stands in {@code default} holds for those that come. */
    public List<String> kernelSettings(HostName host) {
        List<String> quiet = List.of(
                "net.ipv6.conf.all.accept_ra=0",
                "net.ipv6.conf.default.accept_ra=0",
                "net.ipv6.conf.default.accept_dad=0");
        List<String> own = switch (host) {
            case ROUTER ->
                List.of(
                        "net.ipv4.ip_forward=1",
                        "net.ipv6.conf.all.forwarding=1",
                        "net.ipv4.conf.all.send_redirects=0",
                        "net.ipv4.conf.default.send_redirects=0");
            case BACKEND1, BACKEND2, BACKEND3 -> quietAboutLoopbackAddresses();
            case CLIENT ->
                // Thousands of short connections to one VIP use up the default range of ports in TIME_WAIT.
                List.of("net.ipv4.ip_local_port_range=1024 65535", "net.ipv4.tcp_tw_reuse=1");
            case LB1, LB2 -> List.of();
            case TRUNK -> List.of("net.ipv6.conf.all.disable_ipv6=1", "net.ipv6.conf.default.disable_ipv6=1");
        };
        return Stream.concat(quiet.stream(), own.stream()).toList();
    }

    /** A backend must not answer ARP for the VIP on its loopback: set before the address, or it answers once. */
    private static List<String> quietAboutLoopbackAddresses() {
        return Stream.of("all", "default")
                .flatMap(scope -> Stream.of(
                        "net.ipv4.conf.%s.arp_ignore=1".formatted(scope),
                        "net.ipv4.conf.%s.arp_announce=2".formatted(scope)))
                .toList();
    }

    public List<String> switchKernelSettings() {
        return List.of(
                "net.ipv6.conf.all.disable_ipv6=1",
                "net.ipv6.conf.default.disable_ipv6=1",
                "net.bridge.bridge-nf-call-iptables=0",
                "net.bridge.bridge-nf-call-ip6tables=0",
                "net.bridge.bridge-nf-call-arptables=0");
    }

    /** Run once the bridge is there: it asks who wants which group from a link-local address, or not at all. */
    public List<String> querierKernelSettings() {
        return topology.switches().stream()
                .map(wires -> "net.ipv6.conf.%s.disable_ipv6=0".formatted(wires.bridge()))
                .toList();
    }

    /**
     * Arguments of {@code ethtool -K}: a real wire carries whole checksums and no frame above its MTU. A balancer's
     * receive offload stays on, as on a real network card: the agent has to deal with it.
     */
    public List<String> offloads(HostName host) {
        String receive = HostName.balancers().contains(host) ? "on" : "off";
        return List.of("tx", "off", "tso", "off", "gso", "off", "gro", receive);
    }
}
