package dev.carom.controlplane.channel;

import dev.carom.controlplane.rollout.StoredState;
import java.time.Duration;

/** What a stream does next. */
sealed interface Step {
    /** Tells the node that there is nothing newer for it. */
    record UpToDate() implements Step {}

    record Send(StoredState state) implements Step {}

    record Heartbeat() implements Step {}

    /** Nothing, unless something happens, for so long. */
    record Wait(Duration time) implements Step {}
}
