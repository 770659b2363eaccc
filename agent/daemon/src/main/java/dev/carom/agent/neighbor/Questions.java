package dev.carom.agent.neighbor;

import dev.carom.agent.datapath.FrameSink;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts questions and announcements on the segments that they concern, tagged where the segment is. */
final class Questions {
    private final FrameSink sink;
    private Segments segments = Segments.NONE;

    Questions(FrameSink sink) {
        this.sink = sink;
    }

    void attach(Segments now) {
        segments = now;
    }

    /** Asks from the node's own address, so that hosts that mind the subnet of the asker answer too. */
    void ask(NeighborTable.Probe probe) {
        IpAddress target = probe.address();
        send(
                segments.ofBackend(target),
                segment -> target.isIpv4()
                        ? arp(segment, target, probe.last())
                        : solicitation(segment, target, probe.last()));
    }

    void announce(IpAddress vip) {
        List<Segment> here = segments.ofVip(vip);
        if (vip.isIpv4()) {
            send(here, segment -> ArpFrame.announcement(segment.link().mac(), vip));
            send(here, segment -> ArpFrame.gratuitousReply(segment.link().mac(), vip));
        } else {
            send(
                    here,
                    segment ->
                            NeighborDiscoveryFrame.announcement(segment.link().mac(), vip));
        }
    }

    /** Asks who else has a VIP, without a claim of our own. */
    void challenge(IpAddress vip) {
        send(
                segments.ofVip(vip),
                segment -> vip.isIpv4()
                        ? ArpFrame.probe(segment.link().mac(), vip)
                        : solicitation(segment, vip, Optional.empty()));
    }

    /** Without an address of its own here, the node asks as who looks for a free one: that is answered as well. */
    private static byte[] arp(Segment segment, IpAddress target, Optional<MacAddress> last) {
        MacAddress mac = segment.link().mac();
        return segment.ownFor(target)
                .map(own -> ArpFrame.request(mac, own, target, last.orElse(MacAddress.BROADCAST)))
                .orElseGet(() -> ArpFrame.probe(mac, target));
    }

    private static byte[] solicitation(Segment segment, IpAddress target, Optional<MacAddress> last) {
        MacAddress mac = segment.link().mac();
        IpAddress own = segment.ownFor(target).orElseGet(() -> NeighborDiscoveryFrame.linkLocal(mac));
        return NeighborDiscoveryFrame.solicitation(mac, own, target, last);
    }

    private void send(List<Segment> here, Function<Segment, byte[]> frame) {
        for (Segment segment : here) {
            sink.send(segment.link().index(), VlanTag.put(frame.apply(segment), segment.vlanId()));
        }
    }
}
