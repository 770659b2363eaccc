package dev.carom.bench;

import java.util.List;
import java.util.Locale;

/** How long several calls of one kind took, in nanoseconds. */
record Timings(List<Long> nanos) {
    Timings {
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("nothing was timed");
        }
        nanos = nanos.stream().sorted().toList();
    }

    /** The nearest rank: at least so many percent took no longer. In milliseconds. */
    double percentile(int percent) {
        int rank = (int) Math.ceil(nanos.size() * percent / 100.0);
        return nanos.get(Math.max(0, rank - 1)) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, most %.1f ms (%d)",
                percentile(50),
                percentile(99),
                percentile(100),
                nanos.size());
    }
}
