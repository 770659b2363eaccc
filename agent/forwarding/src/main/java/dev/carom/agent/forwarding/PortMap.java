package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.PortRange;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The listeners of one VIP and protocol by port: single ports, ranges, or all. Immutable. */
final class PortMap {
    static final PortMap EMPTY = new PortMap(new TreeMap<>());

    private final int[] firsts;
    private final int[] lasts;
    private final ListenerEntry[] listeners;

    /** {@code ranges} by their first port; disjoint. */
    PortMap(TreeMap<Integer, Map.Entry<PortRange, ListenerEntry>> ranges) {
        firsts = ranges.values().stream()
                .mapToInt(range -> range.getKey().first())
                .toArray();
        lasts = ranges.values().stream()
                .mapToInt(range -> range.getKey().last())
                .toArray();
        listeners = ranges.values().stream().map(Map.Entry::getValue).toArray(ListenerEntry[]::new);
    }

    @Nullable ListenerEntry find(int port) {
        int low = 0;
        int high = firsts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (port < firsts[middle]) {
                high = middle - 1;
            } else if (port > lasts[middle]) {
                low = middle + 1;
            } else {
                return listeners[middle];
            }
        }
        return null;
    }

    int size() {
        return firsts.length;
    }

    String rangeAt(int index) {
        return firsts[index] + "-" + lasts[index];
    }

    ListenerEntry listenerAt(int index) {
        return listeners[index];
    }
}
