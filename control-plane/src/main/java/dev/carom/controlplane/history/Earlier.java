package dev.carom.controlplane.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a report counted, as one looks for it from the next report: nodes keep the order of what they count. */
final class Earlier<T> {
    private final List<T> items;
    private final Function<T, UUID> id;
    private @Nullable Map<UUID, T> byId;

    Earlier(List<T> items, Function<T, UUID> id) {
        this.items = items;
        this.id = id;
    }

    /** The earlier stand of what is now at this place. */
    @Nullable T of(int place, T now) {
        if (place < items.size()) {
            T there = items.get(place);
            if (there == now || id.apply(there).equals(id.apply(now))) {
                return there;
            }
        }
        return byId().get(id.apply(now));
    }

    private Map<UUID, T> byId() {
        Map<UUID, T> known = byId;
        if (known == null) {
            known = HashMap.newHashMap(items.size());
            for (T item : items) {
                known.put(id.apply(item), item);
            }
            byId = known;
        }
        return known;
    }
}
