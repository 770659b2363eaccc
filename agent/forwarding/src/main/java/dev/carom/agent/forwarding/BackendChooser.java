package dev.carom.agent.forwarding;

import java.util.List;
import java.util.Objects;

/** Chooses the backend of a new flow, as an index into the table's backends. */
final class BackendChooser {
    static final int NONE = -1;

    private final FlowTable flows;
    private final FlowKey affinityKey = new FlowKey();

    BackendChooser(FlowTable flows) {
        this.flows = flows;
    }

    /**
     * @param hash of the flow
     * @param remembered whether the flow will be remembered: one that is not must meet the same choice again with its
     *     next packet, so that its hash alone decides
     */
    int choose(FrameInHand hand, Route route, long hash, boolean remembered) {
        Route choosing = route.choosing();
        MaglevTable maglev = choosing.maglev();
        if (maglev == null) {
            return NONE;
        }
        if (!remembered) {
            return byHash(route, hand.key, hash, hand.loaded.hash());
        }
        if (choosing.choosesBySource()) {
            return bySource(hand, choosing, maglev);
        }
        int candidate = switch (choosing.algorithm()) {
            case MAGLEV, SOURCE_IP -> maglev.choose(hash);
            case ROUND_ROBIN -> byTurn(hand, choosing);
            case LEAST_CONNECTIONS -> byFlows(hand, choosing);
        };
        return choosing.candidates().get(candidate);
    }

    /** The choice for a flow that nothing is remembered of, and nothing will be: its hash alone. */
    static int byHash(Route route, FlowKey flow, long hash, SipHash sip) {
        Route choosing = route.choosing();
        MaglevTable maglev = choosing.maglev();
        if (maglev == null) {
            return NONE;
        }
        return choosing.candidates()
                .get(maglev.choose(choosing.choosesBySource() ? source(choosing, flow, sip) : hash));
    }

    private static long source(Route route, FlowKey flow, SipHash sip) {
        SourceMask mask = route.sourceMask();
        return FlowKey.hashSource(
                sip, mask.high(flow.sourceHigh, flow.sourceLow), mask.low(flow.sourceHigh, flow.sourceLow));
    }

    private int bySource(FrameInHand hand, Route route, MaglevTable maglev) {
        SourceMask mask = route.sourceMask();
        FlowKey flow = hand.key;
        long high = mask.high(flow.sourceHigh, flow.sourceLow);
        long low = mask.low(flow.sourceHigh, flow.sourceLow);
        int candidate = maglev.choose(FlowKey.hashSource(hand.loaded.hash(), high, low));
        int backend = route.candidates().get(candidate);
        if (route.affinityMillis() == 0) {
            return backend;
        }
        affinityKey.setAffinity(
                high, low, route.pool().getMostSignificantBits(), route.pool().getLeastSignificantBits());
        return keep(hand, route, backend);
    }

    /** The backend that the source prefix is remembered on, if that still takes new flows. */
    private int keep(FrameInHand hand, Route route, int backend) {
        long hash = affinityKey.hash(hand.loaded.hash());
        int entry = flows.find(affinityKey, hash, hand.nowMillis);
        if (entry == FlowTable.NONE) {
            if (flows.hasRoom(hand.nowMillis)) {
                int slot = hand.loaded.slotOf(backend);
                flows.insert(affinityKey, hash, slot, FlowState.AFFINITY, route.affinityMillis(), hand.nowMillis);
            }
            return backend;
        }
        int known = hand.loaded.backendOf(flows.owner(entry));
        boolean stays = known != LoadedTable.DEPARTED && route.disposition(known) == Disposition.TAKES_NEW;
        if (!stays) {
            flows.move(entry, hand.loaded.slotOf(backend));
        }
        flows.touch(entry, FlowState.AFFINITY, route.affinityMillis(), hand.nowMillis);
        return stays ? known : backend;
    }

    private static int byTurn(FrameInHand hand, Route route) {
        Rotation rotation = Objects.requireNonNull(hand.loaded.rotations().get(route.pool()));
        return Objects.requireNonNull(route.rotation()).candidateAt(rotation.next());
    }

    /** Fewest remembered flows for its weight; what the servers themselves have open is never seen. */
    private static int byFlows(FrameInHand hand, Route route) {
        List<Integer> candidates = route.candidates();
        List<Integer> weights = route.weights();
        int best = 0;
        for (int i = 1; i < candidates.size(); i++) {
            if (load(hand, candidates.get(i)) * weights.get(best) < load(hand, candidates.get(best)) * weights.get(i)) {
                best = i;
            }
        }
        return best;
    }

    private static long load(FrameInHand hand, int backend) {
        return hand.loaded.backendState(hand.loaded.slotOf(backend)).flows.get() + 1;
    }
}
