package dev.carom.agent.controlplane;

import dev.carom.agent.diagnose.Diagnosis;
import dev.carom.agent.diagnose.Request;
import java.util.function.Consumer;

/** What this node does when it is asked to. Called on a command's own thread, which is interrupted when nobody waits. */
public interface Orders {
    /** @param progress one line for a person */
    Diagnosis diagnose(Request request, Consumer<String> progress) throws InterruptedException;
}
