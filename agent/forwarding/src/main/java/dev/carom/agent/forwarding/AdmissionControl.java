package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.AdminState;
import org.jspecify.annotations.Nullable;

/** Whether a new flow may begin: the operator's states, the listener's sources, and the limits. */
final class AdmissionControl {
    private final SourceLimiter sources = new SourceLimiter();

    /** Null when the flow may begin. */
    @Nullable Reason refusal(FrameInHand hand, VipEntry vip, ListenerEntry listener) {
        if (!listener.takesNewFlows() || vip.state() != AdminState.ENABLED) {
            return Reason.DROPPED_LISTENER_DISABLED;
        }
        if (!listener.access().admits(hand.key.sourceHigh, hand.key.sourceLow)) {
            return Reason.DROPPED_SOURCE_DENIED;
        }
        boolean within = sources.admits(listener, hand.key, hand.loaded.hash(), hand.nowMillis)
                && (vip.newFlowsPerSecond() == 0
                        || hand.loaded.vip(vip).newFlowLimit.tryTake(vip.newFlowsPerSecond(), hand.nowMillis));
        return within ? null : Reason.DROPPED_RATE_LIMITED;
    }
}
