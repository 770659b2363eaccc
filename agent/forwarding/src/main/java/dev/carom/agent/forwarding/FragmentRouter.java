package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.HashKey;
import dev.carom.agent.packet.IpProtocol;
import java.lang.foreign.MemorySegment;

/** Sends the later fragments of a datagram, which carry no ports, after the first; those that overtook it wait. */
final class FragmentRouter implements AutoCloseable {
    private static final int DATAGRAMS = 1 << 13;
    /** RFC 791 lets a receiver wait 15 s for the rest of a datagram. */
    private static final int REASSEMBLY_MILLIS = 15_000;

    private final FlowTable datagrams;
    private final HeldFragments held = new HeldFragments();
    private final FrameBuffer waited = new FrameBuffer();
    private final FlowKey key = new FlowKey();
    private final BounceDetector bounces;
    private final Dispatcher dispatcher;

    FragmentRouter(HashKey hashKey, BounceDetector bounces, Dispatcher dispatcher) {
        datagrams = new FlowTable(DATAGRAMS, DATAGRAMS, hashKey, FlowOwners.NOBODY);
        this.bounces = bounces;
        this.dispatcher = dispatcher;
    }

    /** The first fragment in hand goes to the backend with that stable number. */
    void learn(FrameInHand hand, int slot) {
        key.setDatagram(hand.frame, hand.ip);
        long hash = key.hash(hand.loaded.hash());
        int entry = datagrams.find(key, hash, hand.nowMillis);
        if (entry != FlowTable.NONE) {
            datagrams.move(entry, slot);
        } else if (datagrams.hasRoom(hand.nowMillis)) {
            datagrams.insert(key, hash, slot, FlowState.UDP, REASSEMBLY_MILLIS, hand.nowMillis);
        } else {
            return;
        }
        held.release(hash);
    }

    /** A fragment other than the first. */
    Verdict follow(FrameInHand hand, VipEntry vip) {
        key.setDatagram(hand.frame, hand.ip);
        long hash = key.hash(hand.loaded.hash());
        hand.fingerprint = BounceDetector.fingerprint(hand, hash, hand.ip.length());
        if (bounces.isReturn(hand)) {
            return Verdicts.drop(Reason.DROPPED_BOUNCED);
        }
        int entry = datagrams.find(key, hash, hand.nowMillis);
        if (entry == FlowTable.NONE) {
            return hold(hand, hash);
        }
        int backend = hand.loaded.backendOf(datagrams.owner(entry));
        return backend == LoadedTable.DEPARTED
                ? Verdicts.drop(Reason.DROPPED_FRAGMENT_WITHOUT_FIRST)
                : dispatcher.forward(hand, vip, backend, Reason.FORWARDED_FRAGMENT);
    }

    /** What no first fragment will ever be forwarded for does not wait: an echo in fragments is not answered. */
    private Verdict hold(FrameInHand hand, long hash) {
        int protocol = hand.ip.protocol();
        if (protocol == IpProtocol.ICMP || protocol == IpProtocol.ICMPV6) {
            return Verdicts.drop(Reason.DROPPED_FRAGMENT_WITHOUT_FIRST);
        }
        return held.hold(hand.frame, hand.port.index(), hash, hand.nowMillis)
                ? Verdicts.HOLD
                : Verdicts.drop(Reason.DROPPED_FRAGMENT_NO_ROOM);
    }

    /** The place of a fragment whose first has come meanwhile, or {@link HeldFragments#NONE}. */
    int nextReleased() {
        return held.nextReleased();
    }

    int ingressInterface(int place) {
        return held.ingressInterface(place);
    }

    /** The frame that waited there, to be decided again: it stays valid until the next is taken. */
    MemorySegment take(int place) {
        return held.take(place, waited);
    }

    /** Looks at that many datagrams. Returns how many fragments waited in vain. */
    int expire(int count, int nowMillis) {
        datagrams.expire(count, nowMillis);
        return held.expire(nowMillis);
    }

    void rekey(HashKey hashKey) {
        datagrams.rekey(hashKey);
    }

    @Override
    public void close() {
        datagrams.close();
        held.close();
        waited.close();
    }
}
