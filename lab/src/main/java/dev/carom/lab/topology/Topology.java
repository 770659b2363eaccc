package dev.carom.lab.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is wired to what. The router, the balancers and the backends hang on the switch with {@code eth0}; the client
 * hangs on the router's {@code eth1}, or on the switch as well. Backends inside hang on a second switch instead, and
 * with them lb1's {@code eth1}, the router's {@code eth2} and the trunk.
 *
 * @param id a few letters and digits, unique among the labs alive on this machine
 */
public record Topology(String id, Layout layout) {
    /** By which a balancer without a second interface reaches the inside. */
    public static final int INSIDE_VLAN = 100;

    public String namespace(HostName host) {
        return "carom-" + id + "-" + host.label();
    }

    /** The namespace that holds nothing but the bridges. */
    public String switchNamespace() {
        return "carom-" + id + "-switch";
    }

    /** The name of the switch's end of a host's first wire. */
    public String port(HostName host) {
        return port(primary(host));
    }

    String port(Link link) {
        String inside = link.segment().equals(Segment.INSIDE) ? "i" : "";
        return "c" + id + link.host().abbreviation() + inside;
    }

    public String bridge() {
        return "c" + id + "br";
    }

    public boolean hasInside() {
        return layout.backendPlace() == BackendPlace.INSIDE;
    }

    List<Switch> switches() {
        Switch lan = new Switch(bridge(), segmentLinks());
        return hasInside() ? List.of(lan, new Switch("c" + id + "in", insideLinks())) : List.of(lan);
    }

    /** The links that end on the balancers' switch. */
    public List<Link> segmentLinks() {
        return Arrays.stream(HostName.values())
                .filter(this::isOnSegment)
                .map(host -> new Link(host, "eth0", Segment.LAN))
                .toList();
    }

    private boolean isOnSegment(HostName host) {
        return switch (host) {
            case ROUTER, LB1, LB2 -> true;
            case BACKEND1, BACKEND2, BACKEND3 -> !hasInside();
            case TRUNK -> hasInside();
            case CLIENT -> layout.clientPlace() == ClientPlace.ON_SEGMENT;
        };
    }

    /** The links that end on the backends' own switch, when there is one. */
    public List<Link> insideLinks() {
        if (!hasInside()) {
            return List.of();
        }
        List<Link> links = new ArrayList<>();
        HostName.backends().forEach(backend -> links.add(new Link(backend, "eth0", Segment.INSIDE)));
        links.add(new Link(HostName.LB1, "eth1", Segment.INSIDE));
        links.add(new Link(HostName.TRUNK, "eth1", Segment.INSIDE));
        links.add(new Link(HostName.ROUTER, "eth2", Segment.INSIDE));
        return List.copyOf(links);
    }

    /** The client's and the router's end of the wire outside, when there is one. */
    public List<Link> outsideLinks() {
        return layout.clientPlace() == ClientPlace.ON_SEGMENT
                ? List.of()
                : List.of(
                        new Link(HostName.CLIENT, "eth0", Segment.OUTSIDE),
                        new Link(HostName.ROUTER, "eth1", Segment.OUTSIDE));
    }

    /** All links of one host, {@code eth0} first; none if this lab has no such host. */
    public List<Link> links(HostName host) {
        return Stream.of(segmentLinks(), outsideLinks(), insideLinks())
                .flatMap(List::stream)
                .filter(link -> link.host() == host)
                .toList();
    }

    public List<HostName> hosts() {
        return Arrays.stream(HostName.values())
                .filter(host -> !links(host).isEmpty())
                .toList();
    }

    /** The device by which a host reaches the others. */
    public Link primary(HostName host) {
        return links(host).getFirst();
    }

    /** The router as this host sees it; nothing for the router itself. */
    public Optional<Link> gateway(HostName host) {
        if (host == HostName.ROUTER) {
            return Optional.empty();
        }
        Segment segment = primary(host).segment();
        return links(HostName.ROUTER).stream()
                .filter(link -> link.segment().equals(segment))
                .findFirst();
    }
}
