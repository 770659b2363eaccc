package dev.carom.lab.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The lines for {@code ip -batch}, {@code bridge -batch} and {@code sysctl} that wire a topology. */
public record WiringPlan(Topology topology) {

    /** Run in the switch's namespace: the links are born there and in the hosts, never in the machine's own namespace. */
    public List<String> switchLinks() {
        List<String> lines = new ArrayList<>();
        String bridge = topology.bridge();
        lines.add(
                "link add %s type bridge mcast_snooping 1 mcast_querier 1 mcast_mld_version 2 forward_delay 0 stp_state 0"
                        .formatted(bridge));
        lines.add("link set %s up".formatted(bridge));
        for (Link link : topology.segmentLinks()) {
            String port = topology.port(link.host());
            lines.add("link add %s type veth peer name %s address %s netns %s"
                    .formatted(port, link.device(), link.mac(), topology.namespace(link.host())));
            lines.add("link set %s master %s up".formatted(port, bridge));
        }
        return lines;
    }

    /** Static entries: a bridge that does not know a MAC floods it, and every host pays for every frame. */
    public List<String> forwardingEntries() {
        return topology.segmentLinks().stream()
                .map(link -> "fdb replace %s dev %s master static".formatted(link.mac(), topology.port(link.host())))
                .toList();
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
            lines.add("addr add %s/24 dev %s".formatted(link.ipv4(), link.device()));
            lines.add("addr add %s/64 dev %s nodad".formatted(link.ipv6(), link.device()));
            lines.add("link set %s up".formatted(link.device()));
        }
        topology.gateway(host).ifPresent(gateway -> {
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
        return List.of("net.ipv6.conf.%s.disable_ipv6=0".formatted(topology.bridge()));
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
