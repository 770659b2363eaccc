package dev.carom.agent.symptom;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** By how much counters grew since they were last looked at. A counter seen for the first time has grown from 0. */
final class Growth<K> {
    private final Map<K, Long> last = new HashMap<>();

    long of(K key, long value) {
        Long before = last.put(key, value);
        return Math.max(0, value - (before == null ? 0 : before));
    }

    /** Forgets the counters of what is gone. */
    void retain(Set<K> present) {
        last.keySet().retainAll(present);
    }
}
