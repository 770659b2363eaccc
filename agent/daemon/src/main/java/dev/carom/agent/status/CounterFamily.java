package dev.carom.agent.status;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Absolute counters of one name, by tags that come and go. Owned by the scraping thread. */
final class CounterFamily {
    private record Series(FunctionCounter counter, AtomicLong value) {}

    private final MeterRegistry registry;
    private final String name;
    private final Map<Tags, Series> series = new HashMap<>();
    private final Set<Tags> told = new HashSet<>();

    CounterFamily(MeterRegistry registry, String name) {
        this.registry = registry;
        this.name = name;
    }

    void tell(Tags tags, long value) {
        series.computeIfAbsent(tags, this::open).value().set(value);
        told.add(tags);
    }

    /** Drops the series of what is gone since the last call. */
    void removeUntold() {
        series.entrySet().removeIf(entry -> {
            boolean gone = !told.contains(entry.getKey());
            if (gone) {
                registry.remove(entry.getValue().counter());
            }
            return gone;
        });
        told.clear();
    }

    private Series open(Tags tags) {
        AtomicLong value = new AtomicLong();
        FunctionCounter counter = FunctionCounter.builder(name, value, AtomicLong::doubleValue)
                .tags(tags)
                .register(registry);
        return new Series(counter, value);
    }
}
