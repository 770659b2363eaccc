package dev.carom.agent.diagnose;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.forwarding.FlowExplanation;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the data path where a flow goes: its own answer, by the tables and the memory that it decides by. */
public final class FlowExplainer {
    private static final long PATIENCE_SECONDS = 5;

    private final DataPath dataPath;

    public FlowExplainer(DataPath dataPath) {
        this.dataPath = dataPath;
    }

    public ExplainedFlow explain(FlowQuestion question) throws InterruptedException {
        return explain(question, Optional.empty(), link(question.destination()).map(AttachedInterface::mac));
    }

    /** Empty when no packet came to the VIP while this node looked. */
    public Optional<ExplainedFlow> explainNext(IpAddress vip) throws InterruptedException {
        Optional<AttachedInterface> link = link(vip);
        if (link.isEmpty()) {
            return Optional.empty();
        }
        Optional<FlowWatch.Seen> seen = FlowWatch.next(link.orElseThrow(), vip);
        return seen.isEmpty() ? Optional.empty() : Optional.of(explain(seen.orElseThrow()));
    }

    private ExplainedFlow explain(FlowWatch.Seen seen) throws InterruptedException {
        return explain(seen.flow(), Optional.of(seen.from()), Optional.of(seen.to()));
    }

    private ExplainedFlow explain(FlowQuestion flow, Optional<MacAddress> cameFrom, Optional<MacAddress> cameTo)
            throws InterruptedException {
        return explained(flow, ask(flow), cameFrom, cameTo);
    }

    /** One that came from elsewhere, of a flow that was not seen. */
    ExplainedFlow explained(FlowQuestion flow, FlowExplanation explanation) {
        return explained(
                flow, explanation, Optional.empty(), link(flow.destination()).map(AttachedInterface::mac));
    }

    private ExplainedFlow explained(
            FlowQuestion flow,
            FlowExplanation explanation,
            Optional<MacAddress> cameFrom,
            Optional<MacAddress> cameTo) {
        String egress = explanation
                .chosen()
                .flatMap(hop -> dataPath.interfaces().stream()
                        .filter(link -> link.index() == hop.interfaceIndex())
                        .findFirst())
                .map(AttachedInterface::name)
                .orElse("");
        return new ExplainedFlow(flow, explanation, cameFrom, cameTo, egress);
    }

    private FlowExplanation ask(FlowQuestion flow) throws InterruptedException {
        try {
            return dataPath.explain(flow).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            throw new DiagnosisException("the data path did not answer", silent);
        }
    }

    private Optional<AttachedInterface> link(IpAddress vip) {
        return dataPath.interfaces().stream()
                .filter(AttachedInterface::isThere)
                .filter(link -> link.reaches(vip))
                .findFirst()
                .or(() -> dataPath.interfaces().stream()
                        .filter(AttachedInterface::isThere)
                        .findFirst());
    }
}
