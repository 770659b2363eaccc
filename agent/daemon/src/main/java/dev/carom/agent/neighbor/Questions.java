package dev.carom.agent.neighbor;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.FrameSink;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts questions and announcements on the interfaces where an address is on-link, or else on all. */
final class Questions {
    private final List<AttachedInterface> interfaces;
    private final FrameSink sink;

    Questions(List<AttachedInterface> interfaces, FrameSink sink) {
        this.interfaces = List.copyOf(interfaces);
        this.sink = sink;
    }

    /** Asks from the node's own address, so that hosts that mind the subnet of the asker answer too. */
    void ask(NeighborTable.Probe probe) {
        send(
                probe.address(),
                link -> ownAddress(link, probe.address())
                        .map(own -> probe.address().isIpv4()
                                ? ArpFrame.request(
                                        link.mac(),
                                        own,
                                        probe.address(),
                                        probe.last().orElse(MacAddress.BROADCAST))
                                : NeighborDiscoveryFrame.solicitation(link.mac(), own, probe.address(), probe.last())));
    }

    void announce(IpAddress vip) {
        if (vip.isIpv4()) {
            send(vip, link -> Optional.of(ArpFrame.announcement(link.mac(), vip)));
            send(vip, link -> Optional.of(ArpFrame.gratuitousReply(link.mac(), vip)));
        } else {
            send(vip, link -> Optional.of(NeighborDiscoveryFrame.announcement(link.mac(), vip)));
        }
    }

    /** Asks who else has a VIP, without a claim of our own. */
    void challenge(IpAddress vip) {
        send(
                vip,
                link -> vip.isIpv4()
                        ? Optional.of(ArpFrame.probe(link.mac(), vip))
                        : ownAddress(link, vip)
                                .map(own ->
                                        NeighborDiscoveryFrame.solicitation(link.mac(), own, vip, Optional.empty())));
    }

    private void send(IpAddress about, Function<AttachedInterface, Optional<byte[]>> frame) {
        List<AttachedInterface> onLink =
                interfaces.stream().filter(link -> link.reaches(about)).toList();
        for (AttachedInterface link : onLink.isEmpty() ? interfaces : onLink) {
            frame.apply(link).ifPresent(bytes -> sink.send(link.index(), bytes));
        }
    }

    /** The node's address in the same prefix, or any of the same family; none, and there is no way to ask. */
    private static Optional<IpAddress> ownAddress(AttachedInterface link, IpAddress target) {
        return link.addresses().stream()
                .filter(own -> own.onLink().contains(target))
                .findFirst()
                .or(() -> link.addresses().stream()
                        .filter(own -> own.address().isIpv4() == target.isIpv4())
                        .findFirst())
                .map(AttachedInterface.LocalAddress::address);
    }
}
