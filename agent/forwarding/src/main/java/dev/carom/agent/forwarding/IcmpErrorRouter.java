package dev.carom.agent.forwarding;

import dev.carom.agent.packet.Defect;
import dev.carom.agent.packet.IpProtocol;
import dev.carom.agent.packet.IpView;
import dev.carom.agent.packet.Wire;

/** Sends ICMP errors to the backend of the flow whose answer they quote: the one that must lower its path MTU. */
final class IcmpErrorRouter {
    private final IpView quoted = new IpView();
    private final FlowForwarder flows;
    private final BounceDetector bounces;
    private final Dispatcher dispatcher;

    IcmpErrorRouter(FlowForwarder flows, BounceDetector bounces, Dispatcher dispatcher) {
        this.flows = flows;
        this.bounces = bounces;
        this.dispatcher = dispatcher;
    }

    Verdict decide(FrameInHand hand, VipEntry vip) {
        if (!isQuoteFromVip(hand, vip)) {
            return Verdicts.drop(Reason.DROPPED_BAD_ICMP_QUOTE);
        }
        hand.key.setReversed(hand.frame, quoted, hand.transport);
        boolean isTcp = quoted.protocol() == IpProtocol.TCP;
        ListenerEntry listener = (isTcp ? vip.tcp() : vip.udp()).find(hand.transport.sourcePort());
        if (listener == null) {
            return Verdicts.drop(Reason.DROPPED_NO_LISTENER);
        }
        hand.belongsTo(listener);
        if (listener.isDisabled()) {
            return Verdicts.drop(Reason.DROPPED_LISTENER_DISABLED);
        }
        long hash = hand.hashKey();
        hand.fingerprint = BounceDetector.fingerprint(hand, hash, Wire.i32(hand.frame, hand.ip.payloadOffset()));
        if (bounces.isReturn(hand)) {
            return Verdicts.drop(Reason.DROPPED_BOUNCED);
        }
        int backend = flows.backendOf(hand, listener, hash);
        return backend == BackendChooser.NONE
                ? Verdicts.drop(listener.route().choosing().emptyReason())
                : dispatcher.forward(hand, vip, backend, Reason.FORWARDED_ICMP_ERROR);
    }

    /** The quoted packet is one that a backend sent in the VIP's name, and its ports can be read. */
    private boolean isQuoteFromVip(FrameInHand hand, VipEntry vip) {
        int offset = hand.icmp.quoteOffset();
        int end = hand.ip.end();
        Defect defect = hand.ip.isIpv4()
                ? quoted.wrapQuotedIpv4(hand.frame, offset, end)
                : quoted.wrapQuotedIpv6(hand.frame, offset, end);
        return defect == Defect.NONE
                && (quoted.protocol() == IpProtocol.TCP || quoted.protocol() == IpProtocol.UDP)
                && quoted.fragmentOffset() == 0
                && hand.transport.wrapPorts(hand.frame, quoted) == Defect.NONE
                && quoted.sourceHigh(hand.frame) == vip.address().high()
                && quoted.sourceLow(hand.frame) == vip.address().low();
    }
}
