package dev.carom.agent.forwarding;

import dev.carom.agent.packet.Defect;
import dev.carom.agent.packet.EtherType;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Decides frames, one at a time. Owned by the one thread of its data path; {@link #apply}, {@link #adopted} and the
 * reading of {@link #counters} alone may happen on another thread.
 */
public final class Forwarder implements AutoCloseable {
    private static final int EXPIRED_AT_ONCE = 4_096;

    private final TableLoader loader = new TableLoader();
    private final ForwarderCounters counters = new ForwarderCounters(loader.last());
    private final FrameBuffer buffer = new FrameBuffer();
    private final FrameInHand hand = new FrameInHand(loader.last());
    private final ArpResponder arp = new ArpResponder(buffer);
    private final FlowTable flows;
    private final FragmentRouter fragments;
    private final PacketDecider packets;
    private final FlowExplainer explainer;
    private final Questions questions = new Questions();
    private volatile LoadedTable pending = loader.last();
    private volatile LoadedTable adopted = loader.last();

    public Forwarder(ForwarderSettings settings) {
        DesiredState.HashKey key = ForwardingTable.EMPTY.hashKey();
        flows = new FlowTable(
                settings.flowCapacity(), settings.protectedFlowsPerSourcePrefix(), key, counters.owners());
        explainer = new FlowExplainer(flows);
        Refuser refuser = new Refuser(buffer, settings.rejectsPerSecond());
        BounceDetector bounces = new BounceDetector();
        Dispatcher dispatcher = new Dispatcher(counters, buffer, bounces, refuser);
        fragments = new FragmentRouter(key, bounces, dispatcher);
        FlowForwarder forwarder =
                new FlowForwarder(flows, settings.timeouts(), bounces, fragments, dispatcher, refuser);
        packets = new PacketDecider(
                new NeighborResponder(buffer),
                new EchoResponder(buffer),
                new IcmpErrorRouter(forwarder, bounces, dispatcher),
                forwarder,
                fragments);
    }

    /** The table that the next frame is decided by. Any thread. */
    public synchronized void apply(ForwardingTable table) {
        LoadedTable loaded = loader.load(table, adopted);
        counters.loaded(loaded);
        pending = loaded;
    }

    /** The table that frames are decided by now, for reading back. Any thread. */
    public ForwardingTable adopted() {
        return adopted.table();
    }

    /**
     * Decides a frame and, for {@link Verdict.Forward}, rewrites its MACs in place. Allocates nothing, never throws for
     * what the frame holds.
     *
     * @param frame from the destination MAC on, without FCS; exactly as long as the frame
     * @param ingressInterface the data path's index of the interface it came in on
     * @param nowNanos a monotonic clock
     */
    public Verdict decide(MemorySegment frame, int ingressInterface, long nowNanos) {
        adopt();
        Verdict verdict = decideFrame(frame, ingressInterface, nowNanos);
        switch (verdict) {
            case Verdict.Forward forward -> {}
            case Verdict.Pass pass -> counters.count(pass.reason());
            case Verdict.Answer answer -> counters.count(answer.reason());
            case Verdict.Drop drop -> dropped(drop.reason());
            case Verdict.Hold hold -> {}
        }
        return verdict;
    }

    private void dropped(Reason reason) {
        counters.count(reason);
        ListenerState listener = hand.listener;
        if (listener != null) {
            listener.dropped.increment();
        }
    }

    /**
     * Decides the next fragment that was held and whose first has come since: to be called until null after each
     * {@link #decide}, or after several.
     */
    public @Nullable Verdict decideReleased(long nowNanos) {
        int place = fragments.nextReleased();
        return place == HeldFragments.NONE
                ? null
                : decide(fragments.take(place), fragments.ingressInterface(place), nowNanos);
    }

    private Verdict decideFrame(MemorySegment frame, int ingressInterface, long nowNanos) {
        NodePort port = hand.table().port(ingressInterface);
        if (port == null) {
            return Verdicts.pass(Reason.PASSED_NOT_VIP);
        }
        Defect defect = hand.take(frame, port, nowNanos);
        if (defect != Defect.NONE) {
            return Verdicts.drop(defect);
        }
        if (hand.ethernet.source() == port.mac()) {
            return Verdicts.drop(Reason.DROPPED_OWN_FRAME);
        }
        if (hand.ethernet.doubleTagged()) {
            return Verdicts.pass(Reason.PASSED_QINQ);
        }
        return switch (hand.ethernet.etherType()) {
            case EtherType.IPV4, EtherType.IPV6 -> packets.decide(hand);
            case EtherType.ARP -> arp.decide(hand);
            default -> Verdicts.pass(Reason.PASSED_ETHERTYPE);
        };
    }

    private void adopt() {
        if (pending == hand.loaded) {
            return;
        }
        LoadedTable next;
        do {
            // Said before it is used, and asked again after: the loader frees no number that this table may still give.
            next = pending;
            adopted = next;
        } while (next != pending);
        if (!next.table().hashKey().equals(hand.table().hashKey())) {
            flows.rekey(next.table().hashKey());
            fragments.rekey(next.table().hashKey());
        }
        hand.loaded = next;
    }

    /**
     * The frame to send for the last {@link Verdict.Forward} (the frame given, or a copy when its length had to change)
     * or {@link Verdict.Answer}; valid until the next decision.
     */
    public MemorySegment outgoing() {
        return hand.outgoing;
    }

    /** Forgets expired flows, a bounded number at a time, and fragments held in vain: call it at the end of a batch and every 100 ms when idle. */
    public void expire(long nowNanos) {
        adopt();
        int now = (int) (nowNanos / 1_000_000);
        hand.nowMillis = now;
        questions.answer(hand);
        flows.expire(EXPIRED_AT_ONCE, now);
        counters.count(Reason.DROPPED_FRAGMENT_WITHOUT_FIRST, fragments.expire(EXPIRED_AT_ONCE / 64, now));
    }

    /** Where the next packet of a flow goes. Any thread; answered by the deciding one at its next {@link #expire}. */
    public CompletableFuture<FlowExplanation> explain(FlowQuestion question) {
        return questions.ask(hand -> explainer.explain(question, hand.loaded, hand.nowMillis));
    }

    /** What a proposal would do to the flows remembered now, and to one in question. As {@link #explain}. */
    public CompletableFuture<ProposalEffect> whatIf(Proposal proposal, Optional<FlowQuestion> flow) {
        return questions.ask(hand -> {
            LoadedTable then = hand.loaded.proposing(proposal.table());
            return new ProposalEffect(
                    FlowSurvey.compare(flows, hand.loaded, then, proposal.pools(), hand.nowMillis),
                    flow.map(question -> explainer.explain(question, hand.loaded, hand.nowMillis)),
                    flow.map(question -> explainer.explain(question, then, hand.nowMillis)));
        });
    }

    public ForwarderCounters counters() {
        return counters;
    }

    /** Not while a thread still decides. */
    @Override
    public void close() {
        flows.close();
        fragments.close();
        buffer.close();
    }
}
