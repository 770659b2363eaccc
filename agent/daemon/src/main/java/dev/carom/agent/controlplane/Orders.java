package dev.carom.agent.controlplane;

import dev.carom.agent.diagnose.CaptureRequest;
import dev.carom.agent.diagnose.CaptureSummary;
import dev.carom.agent.diagnose.Diagnosis;
import dev.carom.agent.diagnose.ExplainedFlow;
import dev.carom.agent.diagnose.Forecast;
import dev.carom.agent.diagnose.FrameCapture;
import dev.carom.agent.diagnose.Request;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.forwarding.ProposedChange;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.reconcile.RevisionId;
import dev.carom.agent.traffic.Moment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What this node does when it is asked to. Called on a command's own thread, which is interrupted when nobody waits. */
public interface Orders {
    /** @param progress one line for a person */
    Diagnosis diagnose(Request request, Consumer<String> progress) throws InterruptedException;

    ExplainedFlow explain(FlowQuestion flow) throws InterruptedException;

    /** The next flow that comes to this VIP; empty when none came while this node looked. */
    Optional<ExplainedFlow> explainNext(IpAddress vip) throws InterruptedException;

    /** What these changes would do to the flows of now, and to the one in question. */
    Forecast forecast(List<ProposedChange> changes, Optional<FlowQuestion> flow) throws InterruptedException;

    /** @throws dev.carom.agent.diagnose.CaptureException if it cannot be taken */
    CaptureSummary capture(CaptureRequest request, FrameCapture.Sink sink) throws InterruptedException;

    /** What the flight recorder has. */
    CaptureSummary recorded(FrameCapture.Sink sink) throws InterruptedException;

    /** What was done of late for a VIP or a backend, the oldest first; nothing for one that is not in the table. */
    List<Moment> recall(UUID series);

    /** The state that decides; empty before the first. */
    Optional<RevisionId> revision();
}
