package dev.carom.agent.forwarding;

import dev.carom.agent.packet.Defect;
import dev.carom.agent.packet.IpProtocol;
import dev.carom.agent.packet.IpView;
import org.jspecify.annotations.Nullable;

/**
 * Notices backends that turn away what they were sent: an ICMP unreachable about a packet to a VIP, with the MAC of a
 * backend of its listener. With direct return most of these go to the client unseen; what passes here answers the
 * node's own probes, or a client whose way from the backends leads over this node.
 */
final class UnreachableWatch {
    private final IpView quoted = new IpView();

    /** {@code hand} holds an IP packet that is not for a VIP. */
    void look(FrameInHand hand) {
        int protocol = hand.ip.isIpv4() ? IpProtocol.ICMP : IpProtocol.ICMPV6;
        if (hand.ip.protocol() == protocol
                && !hand.ip.isFragment()
                && hand.icmp.wrap(hand.frame, hand.ip) == Defect.NONE
                && hand.icmp.isUnreachable()
                && canReadQuote(hand)) {
            VipEntry vip = hand.table().find(quoted.destinationHigh(hand.frame), quoted.destinationLow(hand.frame));
            count(hand, vip == null ? null : listener(hand, vip));
        }
    }

    private boolean canReadQuote(FrameInHand hand) {
        int offset = hand.icmp.quoteOffset();
        Defect defect = hand.ip.isIpv4()
                ? quoted.wrapQuotedIpv4(hand.frame, offset, hand.ip.end())
                : quoted.wrapQuotedIpv6(hand.frame, offset, hand.ip.end());
        return defect == Defect.NONE
                && quoted.fragmentOffset() == 0
                && hand.transport.wrapPorts(hand.frame, quoted) == Defect.NONE;
    }

    private @Nullable ListenerEntry listener(FrameInHand hand, VipEntry vip) {
        return switch (quoted.protocol()) {
            case IpProtocol.TCP -> vip.tcp().find(hand.transport.destinationPort());
            case IpProtocol.UDP -> vip.udp().find(hand.transport.destinationPort());
            default -> null;
        };
    }

    private static void count(FrameInHand hand, @Nullable ListenerEntry listener) {
        Route route = listener == null ? null : listener.route();
        for (; route != null; route = route.fallback()) {
            int end = route.firstBackend() + route.dispositions().size();
            for (int backend = route.firstBackend(); backend < end; backend++) {
                if (hand.table().backend(backend).mac() == hand.ethernet.source()) {
                    hand.loaded
                            .backendState(hand.loaded.slotOf(backend))
                            .unreachable
                            .increment();
                }
            }
        }
    }
}
