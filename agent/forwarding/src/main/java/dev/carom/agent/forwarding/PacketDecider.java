package dev.carom.agent.forwarding;

import dev.carom.agent.packet.Defect;
import dev.carom.agent.packet.EtherType;
import dev.carom.agent.packet.IpProtocol;

/** Decides IP packets: whether they are for a VIP at all, and whose matter they then are. */
final class PacketDecider {
    private final NeighborResponder neighbors;
    private final EchoResponder echo;
    private final IcmpErrorRouter errors;
    private final FlowForwarder flows;
    private final FragmentRouter fragments;
    private final UnreachableWatch unreachables = new UnreachableWatch();

    PacketDecider(
            NeighborResponder neighbors,
            EchoResponder echo,
            IcmpErrorRouter errors,
            FlowForwarder flows,
            FragmentRouter fragments) {
        this.neighbors = neighbors;
        this.echo = echo;
        this.errors = errors;
        this.flows = flows;
        this.fragments = fragments;
    }

    Verdict decide(FrameInHand hand) {
        int offset = hand.ethernet.payloadOffset();
        Defect defect = hand.ethernet.etherType() == EtherType.IPV4
                ? hand.ip.wrapIpv4(hand.frame, offset)
                : hand.ip.wrapIpv6(hand.frame, offset);
        if (defect != Defect.NONE) {
            return Verdicts.drop(defect);
        }
        if (isNeighborDiscovery(hand)) {
            return neighbors.decide(hand);
        }
        VipEntry vip = hand.table().find(hand.ip.destinationHigh(hand.frame), hand.ip.destinationLow(hand.frame));
        if (vip == null) {
            unreachables.look(hand);
            return Verdicts.pass(Reason.PASSED_NOT_VIP);
        }
        return hand.ethernet.destination() == hand.port.mac()
                ? decideForVip(hand, vip)
                : Verdicts.pass(Reason.PASSED_OTHER_MAC);
    }

    private static boolean isNeighborDiscovery(FrameInHand hand) {
        return hand.ip.protocol() == IpProtocol.ICMPV6
                && !hand.ip.isIpv4()
                && !hand.ip.isFragment()
                && hand.icmp.wrap(hand.frame, hand.ip) == Defect.NONE
                && hand.icmp.isNeighborDiscovery();
    }

    private Verdict decideForVip(FrameInHand hand, VipEntry vip) {
        if (hand.table().isPeer(hand.ethernet.source())) {
            return Verdicts.drop(Reason.DROPPED_LOOPED);
        }
        if (vip.isDisabled()) {
            return Verdicts.drop(Reason.DROPPED_VIP_DISABLED);
        }
        if (!SourceCheck.isPlausible(hand.sourceHigh(), hand.sourceLow(), vip)) {
            return Verdicts.drop(Reason.DROPPED_BAD_SOURCE);
        }
        if (hand.ip.fragmentOffset() != 0) {
            return fragments.follow(hand, vip);
        }
        return switch (hand.ip.protocol()) {
            case IpProtocol.TCP, IpProtocol.UDP -> flows.decide(hand, vip);
            case IpProtocol.ICMP -> hand.ip.isIpv4() ? decideIcmp(hand, vip) : unsupported();
            case IpProtocol.ICMPV6 -> hand.ip.isIpv4() ? unsupported() : decideIcmp(hand, vip);
            default -> unsupported();
        };
    }

    private Verdict decideIcmp(FrameInHand hand, VipEntry vip) {
        Defect defect = hand.icmp.wrap(hand.frame, hand.ip);
        if (defect != Defect.NONE) {
            return Verdicts.drop(defect);
        }
        if (hand.icmp.isEchoRequest()) {
            return echo.decide(hand, vip);
        }
        return hand.icmp.isError() ? errors.decide(hand, vip) : Verdicts.drop(Reason.DROPPED_UNSUPPORTED_ICMP);
    }

    private static Verdict unsupported() {
        return Verdicts.drop(Reason.DROPPED_UNSUPPORTED_PROTOCOL);
    }
}
