package dev.carom.lab.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is wired to what. The router, the balancers and the backends hang on the switch with {@code eth0}; the client
 * hangs on the router's {@code eth1}, or on the switch as well.
 *
 * @param id a few letters and digits, unique among the labs alive on this machine
 */
public record Topology(String id, ClientPlace clientPlace) {

    public String namespace(HostName host) {
        return "carom-" + id + "-" + host.label();
    }

    /** The namespace that holds nothing but the bridge. */
    public String switchNamespace() {
        return "carom-" + id + "-switch";
    }

    /** The name of the bridge's end of a host's wire. */
    public String port(HostName host) {
        return "c" + id + host.abbreviation();
    }

    public String bridge() {
        return "c" + id + "br";
    }

    /** The links that end on the switch. */
    public List<Link> segmentLinks() {
        List<Link> links = new ArrayList<>();
        for (HostName host : HostName.values()) {
            if (host != HostName.CLIENT || clientPlace == ClientPlace.ON_SEGMENT) {
                links.add(new Link(host, "eth0", Segment.LAN));
            }
        }
        return List.copyOf(links);
    }

    /** The client's and the router's end of the wire outside, when there is one. */
    public List<Link> outsideLinks() {
        return clientPlace == ClientPlace.ON_SEGMENT
                ? List.of()
                : List.of(
                        new Link(HostName.CLIENT, "eth0", Segment.OUTSIDE),
                        new Link(HostName.ROUTER, "eth1", Segment.OUTSIDE));
    }

    /** All links of one host, {@code eth0} first. */
    public List<Link> links(HostName host) {
        List<Link> links = new ArrayList<>(segmentLinks());
        links.addAll(outsideLinks());
        return links.stream().filter(link -> link.host() == host).toList();
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
