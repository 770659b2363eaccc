package dev.carom.controlplane.history;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What one node did within one hour, minute by minute, for the series of one part. One thread at a time. */
final class HourTally {
    static final int MINUTES = 60;
    private static final int MINUTE_MILLIS = 60_000;

    private final int[] covered = new int[MINUTES];
    private final Map<UUID, Amounts[]> series = new HashMap<>();

    /** Rows of one minute add up. */
    void add(int minute, StoredMinute row) {
        for (int piece : row.covered()) {
            covered[minute] = Math.min(MINUTE_MILLIS, covered[minute] + piece);
        }
        for (int at = 0; at < row.series().length; at++) {
            for (int piece = 0; piece < MinuteTally.PIECES; piece++) {
                Amounts amounts = row.amounts(at, piece);
                if (amounts != null) {
                    Amounts[] minutes = series.computeIfAbsent(row.series()[at], unknown -> new Amounts[MINUTES]);
                    minutes[minute] = minutes[minute] == null ? amounts : minutes[minute].then(amounts);
                }
            }
        }
    }

    int[] covered() {
        return covered;
    }

    Map<UUID, Amounts[]> series() {
        return series;
    }
}
