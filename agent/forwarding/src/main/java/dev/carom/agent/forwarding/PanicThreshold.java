package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.Pool;

/** Below it, so few backends of a pool are up that health is not believed. */
public final class PanicThreshold {
    private PanicThreshold() {}

    /** Not while all are down: that is for the all-down policy to judge. */
    public static boolean isUndercut(Pool pool, long up, long wanted) {
        return up > 0 && up * 100 < wanted * pool.panicThresholdPercent();
    }
}
