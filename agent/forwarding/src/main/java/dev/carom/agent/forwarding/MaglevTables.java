package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.HashKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers the tables of the compilation before: most pools do not change, and a table costs milliseconds. What one
 * compilation does not ask for is forgotten with the next. One thread: whoever compiles.
 */
public final class MaglevTables {
    private Map<Key, MaglevTable> before = Map.of();
    private Map<Key, MaglevTable> now = new HashMap<>();

    private record Key(HashKey hashKey, List<MaglevTable.Member> members) {}

    void begin() {
        before = now;
        now = new HashMap<>();
    }

    MaglevTable of(List<MaglevTable.Member> members, HashKey hashKey) {
        return now.computeIfAbsent(new Key(hashKey, members), key -> {
            MaglevTable known = before.get(key);
            return known == null ? MaglevTable.of(members, new SipHash(hashKey)) : known;
        });
    }
}
