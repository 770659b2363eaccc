package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.UnmatchedPortPolicy;
import dev.carom.agent.packet.IpProtocol;
import dev.carom.agent.packet.TransportView;

/** Answers, or does not, what can go nowhere: a port without a listener, a packet too long for the backend's link. */
final class Refuser {
    private final FrameBuffer buffer;
    private final int answersPerSecond;
    private final TokenBucket limit = new TokenBucket();

    Refuser(FrameBuffer buffer, int answersPerSecond) {
        this.buffer = buffer;
        this.answersPerSecond = answersPerSecond;
    }

    /** No listener on the port. */
    Verdict refuse(FrameInHand hand, VipEntry vip) {
        boolean isReset = hand.transport.has(TransportView.RST);
        if (vip.unmatchedPortPolicy() == UnmatchedPortPolicy.DROP || isReset) {
            return Verdicts.drop(Reason.DROPPED_NO_LISTENER);
        }
        if (!limit.tryTake(answersPerSecond, hand.nowMillis)) {
            return Verdicts.drop(Reason.DROPPED_REJECT_LIMITED);
        }
        boolean isTcp = hand.ip.protocol() == IpProtocol.TCP;
        hand.outgoing = isTcp ? ResetWriter.write(hand, buffer) : IcmpErrorWriter.portUnreachable(hand, buffer);
        return Verdicts.answer(isTcp ? Reason.ANSWERED_RESET : Reason.ANSWERED_PORT_UNREACHABLE);
    }

    /** Longer than {@code mtu}: the sender learns it, unless it lets routers fragment, which this one does not. */
    Verdict tooBig(FrameInHand hand, int mtu) {
        if (hand.ip.mayFragment() || hand.ip.fragmentOffset() != 0) {
            return Verdicts.drop(Reason.DROPPED_EXCEEDS_MTU);
        }
        if (!limit.tryTake(answersPerSecond, hand.nowMillis)) {
            return Verdicts.drop(Reason.DROPPED_REJECT_LIMITED);
        }
        hand.outgoing = IcmpErrorWriter.tooBig(hand, buffer, mtu);
        return Verdicts.answer(Reason.ANSWERED_TOO_BIG);
    }
}
