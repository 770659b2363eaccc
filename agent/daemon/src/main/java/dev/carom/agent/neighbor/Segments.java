package dev.carom.agent.neighbor;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where an address is asked for: on the segments where it is on-link, or else, where no segment has it, on all. */
record Segments(List<Segment> all) {
    static final Segments NONE = new Segments(List.of());

    Segments {
        all = List.copyOf(all);
    }

    List<Segment> ofBackend(IpAddress backend) {
        return where(Segment::facesBackends, backend);
    }

    List<Segment> ofVip(IpAddress vip) {
        return where(Segment::facesClients, vip);
    }

    /** Whether what is heard of the address on this interface and VLAN is believed. */
    boolean concerns(int interfaceIndex, int vlanId, IpAddress address) {
        return where(segment -> true, address).stream().anyMatch(segment -> segment.is(interfaceIndex, vlanId));
    }

    Set<MacAddress> ownMacs() {
        return all.stream().map(segment -> segment.link().mac()).collect(Collectors.toSet());
    }

    /** The interfaces on which clients ask for VIPs. */
    List<AttachedInterface> clientLinks() {
        return all.stream()
                .filter(Segment::facesClients)
                .map(Segment::link)
                .distinct()
                .toList();
    }

    /** What the wire sees of a segment. */
    private record Wire(int kernelIndex, MacAddress mac, boolean up, int vlanId, boolean facesClients) {}

    /** Whether hosts and switches need not be told anything: at most the node's own addresses are others. */
    boolean looksLike(Segments other) {
        return wires().equals(other.wires());
    }

    private List<Wire> wires() {
        return all.stream()
                .map(segment -> new Wire(
                        segment.link().kernelIndex(),
                        segment.link().mac(),
                        segment.link().up(),
                        segment.vlanId(),
                        segment.facesClients()))
                .toList();
    }

    private List<Segment> where(Predicate<Segment> facing, IpAddress address) {
        List<Segment> facingIt = all.stream().filter(facing).toList();
        List<Segment> onLink =
                facingIt.stream().filter(segment -> segment.reaches(address)).toList();
        return onLink.isEmpty() ? facingIt : onLink;
    }
}
