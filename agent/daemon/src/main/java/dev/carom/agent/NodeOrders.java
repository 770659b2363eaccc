package dev.carom.agent;

import dev.carom.agent.controlplane.Orders;
import dev.carom.agent.diagnose.CaptureRequest;
import dev.carom.agent.diagnose.CaptureSummary;
import dev.carom.agent.diagnose.Diagnosis;
import dev.carom.agent.diagnose.Doctor;
import dev.carom.agent.diagnose.ExplainedFlow;
import dev.carom.agent.diagnose.FlightLog;
import dev.carom.agent.diagnose.FlowExplainer;
import dev.carom.agent.diagnose.Forecast;
import dev.carom.agent.diagnose.Forecaster;
import dev.carom.agent.diagnose.FrameCapture;
import dev.carom.agent.diagnose.Request;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.forwarding.ProposedChange;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.reconcile.Reconciler;
import dev.carom.agent.reconcile.RevisionId;
import dev.carom.agent.reconcile.RevisionedState;
import dev.carom.agent.traffic.Moment;
import dev.carom.agent.traffic.TrafficMemory;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What the parts of this agent do when the control plane asks. */
record NodeOrders(
        Doctor doctor,
        FlowExplainer explainer,
        Forecaster forecaster,
        FrameCapture captures,
        FlightLog flightLog,
        TrafficMemory memory,
        Reconciler reconciler)
        implements Orders {
    @Override
    public Diagnosis diagnose(Request request, Consumer<String> progress) throws InterruptedException {
        return doctor.diagnose(request, progress);
    }

    @Override
    public ExplainedFlow explain(FlowQuestion flow) throws InterruptedException {
        return explainer.explain(flow);
    }

    @Override
    public Optional<ExplainedFlow> explainNext(IpAddress vip) throws InterruptedException {
        return explainer.explainNext(vip);
    }

    @Override
    public Forecast forecast(List<ProposedChange> changes, Optional<FlowQuestion> flow) throws InterruptedException {
        return forecaster.forecast(changes, flow);
    }

    @Override
    public CaptureSummary capture(CaptureRequest request, FrameCapture.Sink sink) throws InterruptedException {
        return captures.take(request, sink);
    }

    @Override
    public CaptureSummary recorded(FrameCapture.Sink sink) throws InterruptedException {
        return flightLog.write(sink);
    }

    @Override
    public List<Moment> recall(UUID series) {
        return memory.recall(series);
    }

    @Override
    public Optional<RevisionId> revision() {
        return reconciler.running().state().map(RevisionedState::id);
    }
}
