package dev.carom.controlplane.telemetry;

import dev.carom.controlplane.telemetry.NodeReport.BackendCounters;
import dev.carom.controlplane.telemetry.NodeReport.BackendHealth;
import dev.carom.controlplane.telemetry.NodeReport.Neighbor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where a whole report has what it tells of each backend. Reports of changes keep its order and append what is new: one
 * index serves them all.
 */
record Places(Map<UUID, int[]> health, Map<UUID, int[]> counters, Map<UUID, int[]> neighbors) {
    static final int[] NONE = {};

    static Places of(NodeReport report) {
        return new Places(
                places(report.health(), BackendHealth::backendId),
                places(report.counters().backends(), BackendCounters::backendId),
                places(report.neighbors(), Neighbor::backendId));
    }

    private static <T> Map<UUID, int[]> places(List<T> items, Function<T, UUID> backend) {
        Map<UUID, int[]> places = HashMap.newHashMap(items.size());
        for (int i = 0; i < items.size(); i++) {
            places.merge(backend.apply(items.get(i)), new int[] {i}, Places::both);
        }
        return places;
    }

    private static int[] both(int[] earlier, int[] place) {
        int[] both = Arrays.copyOf(earlier, earlier.length + 1);
        both[earlier.length] = place[0];
        return both;
    }
}
