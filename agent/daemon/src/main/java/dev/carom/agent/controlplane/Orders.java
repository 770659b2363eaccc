package dev.carom.agent.controlplane;

import dev.carom.agent.diagnose.Diagnosis;
import dev.carom.agent.diagnose.ExplainedFlow;
import dev.carom.agent.diagnose.Request;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.reconcile.RevisionId;
import java.util.Optional;
import java.util.function.Consumer;

/** What this node does when it is asked to. Called on a command's own thread, which is interrupted when nobody waits. */
public interface Orders {
    /** @param progress one line for a person */
    Diagnosis diagnose(Request request, Consumer<String> progress) throws InterruptedException;

    ExplainedFlow explain(FlowQuestion flow) throws InterruptedException;

    /** The next flow that comes to this VIP; empty when none came while this node looked. */
    Optional<ExplainedFlow> explainNext(IpAddress vip) throws InterruptedException;

    /** The state that decides; empty before the first. */
    Optional<RevisionId> revision();
}
