package dev.carom.agent.diagnose;

import dev.carom.agent.datapath.DataPath;
import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.forwarding.NodeView;
import dev.carom.agent.forwarding.Proposal;
import dev.carom.agent.forwarding.ProposalEffect;
import dev.carom.agent.forwarding.ProposedChange;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Compiles a change as if it were made, and asks the data path what that would do to the flows it remembers. */
public final class Forecaster {
    private static final long PATIENCE_SECONDS = 5;

    /** What the running table was compiled from. */
    public record Situation(DesiredState desired, NodeView view) {}

    private final DataPath dataPath;
    private final FlowExplainer explainer;
    private final Supplier<Optional<Situation>> situation;

    public Forecaster(DataPath dataPath, FlowExplainer explainer, Supplier<Optional<Situation>> situation) {
        this.dataPath = dataPath;
        this.explainer = explainer;
        this.situation = situation;
    }

    /** @throws DiagnosisException if this node has no state, or the change is about something that it does not have */
    public Forecast forecast(List<ProposedChange> changes, Optional<FlowQuestion> flow) throws InterruptedException {
        ProposalEffect effect = ask(proposal(changes), flow);
        return new Forecast(
                effect.moves(),
                effect.now().map(now -> explainer.explained(flow.orElseThrow(), now)),
                effect.then().map(then -> explainer.explained(flow.orElseThrow(), then)));
    }

    private Proposal proposal(List<ProposedChange> changes) {
        Situation running = situation.get().orElseThrow(() -> new DiagnosisException("this node has no state yet"));
        try {
            return Proposal.of(changes, running.desired(), running.view());
        } catch (NoSuchElementException unknown) {
            throw new DiagnosisException(String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private ProposalEffect ask(Proposal proposal, Optional<FlowQuestion> flow) throws InterruptedException {
        try {
            return dataPath.whatIf(proposal, flow).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            throw new DiagnosisException("the data path did not answer", silent);
        }
    }
}
