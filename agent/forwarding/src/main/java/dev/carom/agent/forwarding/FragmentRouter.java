package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.HashKey;

/** Sends the later fragments of a datagram, which carry no ports, after the first. */
final class FragmentRouter implements AutoCloseable {
    private static final int DATAGRAMS = 1 << 13;
    /** RFC 791 lets a receiver wait 15 s for the rest of a datagram. */
    private static final int REASSEMBLY_MILLIS = 15_000;

    private final FlowTable datagrams;
    private final FlowKey key = new FlowKey();
    private final Dispatcher dispatcher;

    FragmentRouter(HashKey hashKey, Dispatcher dispatcher) {
        datagrams = new FlowTable(DATAGRAMS, DATAGRAMS, hashKey, FlowOwners.NOBODY);
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
        }
    }

    /** A fragment other than the first. */
    Verdict follow(FrameInHand hand, VipEntry vip) {
        key.setDatagram(hand.frame, hand.ip);
        int entry = datagrams.find(key, key.hash(hand.loaded.hash()), hand.nowMillis);
        int backend = entry == FlowTable.NONE ? LoadedTable.DEPARTED : hand.loaded.backendOf(datagrams.owner(entry));
        return backend == LoadedTable.DEPARTED
                ? Verdicts.drop(Reason.DROPPED_FRAGMENT_WITHOUT_FIRST)
                : dispatcher.forward(hand, vip, backend, Reason.FORWARDED_FRAGMENT);
    }

    void expire(int count, int nowMillis) {
        datagrams.expire(count, nowMillis);
    }

    void rekey(HashKey hashKey) {
        datagrams.rekey(hashKey);
    }

    @Override
    public void close() {
        datagrams.close();
    }
}
