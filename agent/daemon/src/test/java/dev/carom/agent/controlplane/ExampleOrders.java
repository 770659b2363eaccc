package dev.carom.agent.controlplane;

import dev.carom.agent.diagnose.CaptureRequest;
import dev.carom.agent.diagnose.CaptureSummary;
import dev.carom.agent.diagnose.Diagnosis;
import dev.carom.agent.diagnose.ExplainedFlow;
import dev.carom.agent.diagnose.Forecast;
import dev.carom.agent.diagnose.FrameCapture;
import dev.carom.agent.diagnose.Request;
import dev.carom.agent.forwarding.FlowExplanation;
import dev.carom.agent.forwarding.FlowExplanation.Hop;
import dev.carom.agent.forwarding.FlowExplanation.Outcome;
import dev.carom.agent.forwarding.FlowMoves;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.forwarding.ProposedChange;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import dev.carom.agent.reconcile.RevisionId;
import dev.carom.agent.traffic.Moment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/** A node on which nobody comes by; every flow is known, and its diagnosis is what a test says. */
record ExampleOrders(Examining examining) implements Orders {
    interface Examining {
        Diagnosis diagnose(Request request, Consumer<String> progress) throws InterruptedException;
    }

    static final MacAddress BACKEND_MAC = MacAddress.parse("02:00:00:00:00:21");

    @Override
    public Diagnosis diagnose(Request request, Consumer<String> progress) throws InterruptedException {
        return examining.diagnose(request, progress);
    }

    @Override
    public ExplainedFlow explain(FlowQuestion flow) {
        MacAddress own = MacAddress.parse("02:00:00:00:00:11");
        FlowExplanation known = new FlowExplanation(
                Outcome.KNOWN_FLOW,
                true,
                Optional.of(ExampleMessage.VIP),
                Optional.of(ExampleMessage.LISTENER),
                Optional.of(ExampleMessage.POOL),
                OptionalInt.empty(),
                251,
                Optional.of(new Hop(ExampleMessage.BACKEND, "backend1", BACKEND_MAC, own, 0, 0)),
                List.of());
        return new ExplainedFlow(flow, known, Optional.empty(), Optional.of(own), "eth0");
    }

    @Override
    public Optional<ExplainedFlow> explainNext(IpAddress vip) {
        return Optional.empty();
    }

    @Override
    public Forecast forecast(List<ProposedChange> changes, Optional<FlowQuestion> flow) {
        FlowMoves.Holding holding = new FlowMoves.Holding(ExampleMessage.BACKEND, "backend1", 5, 3, 5, changes.size());
        return new Forecast(
                new FlowMoves(10, 2, 3, List.of(holding)), flow.map(this::explain), flow.map(this::explain));
    }

    @Override
    public CaptureSummary capture(CaptureRequest request, FrameCapture.Sink sink) throws InterruptedException {
        sink.part("first ".getBytes(StandardCharsets.UTF_8));
        sink.part(request.filter().getBytes(StandardCharsets.UTF_8));
        return new CaptureSummary(2, 0, true);
    }

    @Override
    public CaptureSummary recorded(FrameCapture.Sink sink) throws InterruptedException {
        sink.part("recorded".getBytes(StandardCharsets.UTF_8));
        return new CaptureSummary(1, 0, false);
    }

    @Override
    public List<Moment> recall(UUID series) {
        return List.of(
                new Moment(Duration.ofMillis(1_500), Duration.ofMillis(1_001), 10, 1_000, 1, OptionalLong.empty()),
                new Moment(Duration.ofMillis(499), Duration.ofMillis(1_000), 20, 2_000, 2, OptionalLong.of(3)));
    }

    @Override
    public Optional<RevisionId> revision() {
        return Optional.of(new RevisionId(1, 7));
    }
}
