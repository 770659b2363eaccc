package dev.carom.agent.controlplane;

import dev.carom.agent.diagnose.Diagnosis;
import dev.carom.agent.diagnose.ExplainedFlow;
import dev.carom.agent.diagnose.Request;
import dev.carom.agent.forwarding.FlowExplanation;
import dev.carom.agent.forwarding.FlowExplanation.Hop;
import dev.carom.agent.forwarding.FlowExplanation.Outcome;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import dev.carom.agent.reconcile.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    public Optional<RevisionId> revision() {
        return Optional.of(new RevisionId(1, 7));
    }
}
