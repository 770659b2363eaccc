package dev.carom.controlplane.history;

import java.util.ArrayList;
import java.util.List;

/**
 * The share of a time that falls into one of the equal pieces that clocks cut time into. Reports come when they come:
 * what they count is taken as done evenly between them. All times are in milliseconds.
 *
 * @param start of the piece, since 1970
 * @param covered how much of the piece the time covers
 * @param from the share of the time that lies before the piece, 0 to 1
 * @param until the share of it that lies before the piece's end
 */
record Share(long start, int covered, double from, double until) {
    /** In order; of a time without length the piece that it lies in. */
    static List<Share> of(long from, long until, long piece) {
        List<Share> shares = new ArrayList<>();
        double length = until - from;
        long start = Math.floorDiv(Math.min(from, until), piece) * piece;
        if (length <= 0) {
            return List.of(new Share(start, 0, 0, 1));
        }
        for (; start < until; start += piece) {
            long first = Math.max(start, from);
            long last = Math.min(start + piece, until);
            shares.add(new Share(start, (int) (last - first), (first - from) / length, (last - from) / length));
        }
        return shares;
    }
}
