package dev.carom.agent.forwarding;

/** Admits so many a second, and a second's worth at once. */
final class TokenBucket {
    private long thousandths = Long.MAX_VALUE;
    private int filledAt;

    /** {@code perSecond} may differ from call to call. */
    boolean tryTake(int perSecond, int nowMillis) {
        long full = 1_000L * perSecond;
        long elapsed = Math.max(0, nowMillis - filledAt);
        thousandths = Math.min(full, thousandths >= full ? full : thousandths + elapsed * perSecond);
        filledAt = nowMillis;
        if (thousandths < 1_000) {
            return false;
        }
        thousandths -= 1_000;
        return true;
    }
}
