package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.ForwarderSettings.FlowTimeouts;
import dev.carom.agent.packet.Defect;
import dev.carom.agent.packet.IpProtocol;
import dev.carom.agent.packet.TransportView;
import org.jspecify.annotations.Nullable;

/** Decides TCP and UDP to a VIP: a known flow goes where it went, a new one where the table says. */
final class FlowForwarder {
    private final FlowTable flows;
    private final BackendChooser chooser;
    private final AdmissionControl admission;
    private final BounceDetector bounces;
    private final FragmentRouter fragments;
    private final Dispatcher dispatcher;
    private final Refuser refuser;
    private final int[] timeouts;

    FlowForwarder(
            FlowTable flows,
            FlowTimeouts timeouts,
            BounceDetector bounces,
            FragmentRouter fragments,
            Dispatcher dispatcher,
            Refuser refuser) {
        this.flows = flows;
        this.timeouts = FlowState.millis(timeouts);
        this.bounces = bounces;
        this.fragments = fragments;
        this.dispatcher = dispatcher;
        this.refuser = refuser;
        chooser = new BackendChooser(flows);
        admission = new AdmissionControl();
    }

    Verdict decide(FrameInHand hand, VipEntry vip) {
        Defect defect = hand.transport.wrap(hand.frame, hand.ip);
        if (defect != Defect.NONE) {
            return Verdicts.drop(defect);
        }
        ListenerEntry listener = listener(hand, vip, hand.transport.destinationPort());
        if (listener == null) {
            return refuser.refuse(hand, vip);
        }
        hand.belongsTo(listener);
        if (listener.isDisabled()) {
            return Verdicts.drop(Reason.DROPPED_LISTENER_DISABLED);
        }
        hand.key.set(hand.frame, hand.ip, hand.transport);
        long hash = hand.hashKey();
        hand.fingerprint = BounceDetector.fingerprint(hand, hash, hand.transport.fingerprint());
        return bounces.isReturn(hand) ? Verdicts.drop(Reason.DROPPED_BOUNCED) : decideFlow(hand, vip, listener, hash);
    }

    /** Where a flow goes whose packet is only quoted: it is neither remembered nor renewed. */
    int backendOf(FrameInHand hand, ListenerEntry listener, long hash) {
        int entry = flows.find(hand.key, hash, hand.nowMillis);
        int known = entry == FlowTable.NONE ? LoadedTable.DEPARTED : hand.loaded.backendOf(flows.owner(entry));
        return known != LoadedTable.DEPARTED && listener.route().disposition(known) != Disposition.MOVES
                ? known
                : chooser.choose(hand, listener.route(), hash, false);
    }

    static @Nullable ListenerEntry listener(FrameInHand hand, VipEntry vip, int port) {
        return (hand.ip.protocol() == IpProtocol.TCP ? vip.tcp() : vip.udp()).find(port);
    }

    private Verdict decideFlow(FrameInHand hand, VipEntry vip, ListenerEntry listener, long hash) {
        int entry = flows.find(hand.key, hash, hand.nowMillis);
        if (entry != FlowTable.NONE && hand.transport.opens() && flows.state(entry) == FlowState.CLOSING) {
            // The client uses the port again: another connection, which owes nothing to the last one.
            flows.remove(entry);
            entry = FlowTable.NONE;
        }
        if (entry == FlowTable.NONE) {
            Reason refusal = admission.refusal(hand, vip, listener);
            return refusal == null ? openFlow(hand, vip, listener, hash) : Verdicts.drop(refusal);
        }
        int known = hand.loaded.backendOf(flows.owner(entry));
        if (known != LoadedTable.DEPARTED && listener.route().disposition(known) != Disposition.MOVES) {
            renew(hand, entry);
            return send(hand, vip, known, Reason.FORWARDED_KNOWN_FLOW);
        }
        return moveFlow(hand, vip, listener, entry, hash);
    }

    private Verdict openFlow(FrameInHand hand, VipEntry vip, ListenerEntry listener, long hash) {
        boolean closes = hand.transport.has(TransportView.RST) || hand.transport.has(TransportView.FIN);
        boolean remembered = !closes && flows.hasRoom(hand.nowMillis);
        FlowState state = FlowState.first(hand.ip, hand.transport);
        // A connection that this node has not seen open came from another node, which chose by hash.
        int backend = chooser.choose(hand, listener.route(), hash, remembered && state != FlowState.ESTABLISHED);
        if (backend == BackendChooser.NONE) {
            return Verdicts.drop(listener.route().choosing().emptyReason());
        }
        if (!remembered) {
            return send(hand, vip, backend, Reason.FORWARDED_UNREMEMBERED);
        }
        int slot = hand.loaded.slotOf(backend);
        flows.insert(hand.key, hash, slot, state, timeouts[state.ordinal()], hand.nowMillis);
        return send(hand, vip, backend, Reason.FORWARDED_NEW_FLOW);
    }

    private Verdict moveFlow(FrameInHand hand, VipEntry vip, ListenerEntry listener, int entry, long hash) {
        int backend = chooser.choose(hand, listener.route(), hash, true);
        if (backend == BackendChooser.NONE) {
            return Verdicts.drop(listener.route().choosing().emptyReason());
        }
        flows.move(entry, hand.loaded.slotOf(backend));
        renew(hand, entry);
        return send(hand, vip, backend, Reason.FORWARDED_MOVED_FLOW);
    }

    private Verdict send(FrameInHand hand, VipEntry vip, int backend, Reason reason) {
        if (hand.ip.isFragment()) {
            fragments.learn(hand, hand.loaded.slotOf(backend));
        }
        return dispatcher.forward(hand, vip, backend, reason);
    }

    private void renew(FrameInHand hand, int entry) {
        FlowState state = flows.state(entry).after(hand.ip, hand.transport);
        flows.touch(entry, state, timeouts[state.ordinal()], hand.nowMillis);
    }
}
