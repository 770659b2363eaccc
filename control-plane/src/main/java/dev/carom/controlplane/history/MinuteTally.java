package dev.carom.controlplane.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What one node did within one minute, in six pieces of ten seconds, as far as it was told. One thread at a time. */
final class MinuteTally {
    static final int PIECES = 6;
    static final int PIECE_MILLIS = 10_000;

    private final UUID batch = UUID.randomUUID();
    private final int[] covered = new int[PIECES];
    private final Map<UUID, Amounts[]> series = new HashMap<>();

    void add(int piece, Share share, Map<UUID, Amounts> amounts) {
        covered[piece] += share.covered();
        amounts.forEach((id, whole) -> {
            Amounts[] pieces = series.computeIfAbsent(id, unknown -> new Amounts[PIECES]);
            Amounts part = whole.between(share.from(), share.until());
            pieces[piece] = pieces[piece] == null ? part : pieces[piece].then(part);
        });
    }

    /** Written more than once, it counts once. */
    UUID batch() {
        return batch;
    }

    int[] covered() {
        return Arrays.copyOf(covered, PIECES);
    }

    Map<UUID, Amounts[]> series() {
        return series;
    }
}
