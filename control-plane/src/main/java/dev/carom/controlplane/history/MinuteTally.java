package dev.carom.controlplane.history;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one node did within one minute, in six pieces of ten seconds, as far as it was told. One thread at a time. */
final class MinuteTally {
    static final int PIECES = 6;
    static final int PIECE_MILLIS = 10_000;

    private final UUID batch = UUID.randomUUID();
    private final int[] covered = new int[PIECES];
    private final Map<UUID, Amounts[]> series = new HashMap<>();

    /** @param shares of the time in which this was done, those that fall into this minute */
    void add(List<Share> shares, Map<UUID, Amounts> amounts) {
        shares.forEach(share -> covered[place(share)] += share.covered());
        amounts.forEach((id, whole) -> {
            Amounts[] pieces = series.computeIfAbsent(id, unknown -> new Amounts[PIECES]);
            for (Share share : shares) {
                Amounts part = whole.between(share.from(), share.until());
                int place = place(share);
                pieces[place] = pieces[place] == null ? part : pieces[place].then(part);
            }
        });
    }

    private static int place(Share share) {
        return (int) (share.start() / PIECE_MILLIS % PIECES);
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
