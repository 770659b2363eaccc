package dev.carom.controlplane.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where a list has the items of each backend. Reports of changes keep the order of their whole report: one index serves
 * them all.
 *
 * @param next of each place, the next of the same backend; {@link #NONE} after the last
 */
record Places(Map<UUID, Integer> first, int[] next) {
    private static final int NONE = -1;

    static <T> Places of(List<T> items, Function<T, UUID> backend) {
        Map<UUID, Integer> first = HashMap.newHashMap(items.size());
        int[] next = new int[items.size()];
        Arrays.fill(next, NONE);
        for (int place = items.size() - 1; place >= 0; place--) {
            Integer later = first.put(backend.apply(items.get(place)), place);
            next[place] = later == null ? NONE : later;
        }
        return new Places(first, next);
    }

    /** @param items in the order of those that were indexed */
    <T> List<T> of(UUID backend, List<T> items) {
        List<T> found = new ArrayList<>();
        for (int place = first.getOrDefault(backend, NONE); place != NONE; place = next[place]) {
            found.add(items.get(place));
        }
        return found;
    }
}
