package dev.carom.agent.datapath;

import dev.carom.agent.forwarding.FlowExplanation;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.forwarding.ForwardingTable;
import dev.carom.agent.forwarding.Proposal;
import dev.carom.agent.forwarding.ProposalEffect;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An engine that applies verdicts to the frames of its interfaces. Safe for use from any thread. */
public interface DataPath extends FrameSink, AutoCloseable {

    /** As they were when the data path last followed a change of them. */
    HostLinks links();

    /** The attached interfaces, in the order of their index; those included that are gone. */
    default List<AttachedInterface> interfaces() {
        return links().attached();
    }

    /**
     * Swaps the table that the next frame is decided by, and keeps the node's kernel off the frames of its VIPs, owned
     * or not: those that come are guarded before the swap, those that go are released after it.
     *
     * @throws HostChangeException when the guard could not be put in place; the table is then not swapped
     */
    void apply(ForwardingTable table);

    /** The table that frames are decided by now, for reading back. */
    ForwardingTable adopted();

    /** One entry per attached interface, in the order of their index. */
    List<InterfaceStatus> status();

    /** Absolute since the attachment. */
    DataPathCounters counters();

    /** Where the next packet of a flow goes, as the data path itself would decide; completed within about 100 ms. */
    CompletableFuture<FlowExplanation> explain(FlowQuestion question);

    /** What a proposal would do to the flows remembered now, and to one in question; completed as {@link #explain}. */
    CompletableFuture<ProposalEffect> whatIf(Proposal proposal, Optional<FlowQuestion> flow);

    /** Until it is closed, taps on this host see the frames that the data path sends as well. */
    Tap tap();

    /** Somebody looks. */
    interface Tap extends AutoCloseable {
        @Override
        void close();
    }

    /** Stops forwarding. What was changed on the host stays until {@link dev.carom.agent.datapath.host.HostState#detach}: guard before silence. */
    @Override
    void close();
}
