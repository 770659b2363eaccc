package dev.carom.agent.forwarding;

/** Limits what one source prefix may open a second at one listener. Prefixes that collide share a bucket. */
final class SourceLimiter {
    private static final int BUCKETS = 1 << 13;

    private final TokenBucket[] buckets = new TokenBucket[BUCKETS];

    SourceLimiter() {
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] = new TokenBucket();
        }
    }

    boolean admits(ListenerEntry listener, FlowKey key, SipHash hash, int nowMillis) {
        int limit = listener.newFlowsPerSecondPerSource();
        if (limit == 0) {
            return true;
        }
        SourceMask mask = SourceMask.NEIGHBORHOOD;
        long prefix = FlowKey.hashSource(
                hash, mask.high(key.sourceHigh, key.sourceLow), mask.low(key.sourceHigh, key.sourceLow));
        long bucket = prefix ^ listener.id().getLeastSignificantBits();
        return buckets[(int) bucket & BUCKETS - 1].tryTake(limit, nowMillis);
    }
}
