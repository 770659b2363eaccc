package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.Listener;
import dev.carom.agent.forwarding.DesiredState.Pool;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the backends behind a listener: those of its pool, and of the pool that one falls back to. */
final class Pools {
    private Pools() {}

    static Map<UUID, Pool> byId(DesiredState desired) {
        return desired.pools().stream()
                .collect(Collectors.toMap(Pool::id, Function.identity(), (first, same) -> first));
    }

    static Stream<Backend> servedBy(Listener listener, Map<UUID, Pool> pools) {
        @Nullable Pool pool = pools.get(listener.pool());
        if (pool == null) {
            return Stream.empty();
        }
        Stream<Backend> fallback =
                pool.fallbackPool().map(pools::get).stream().flatMap(other -> other.backends().stream());
        return Stream.concat(pool.backends().stream(), fallback);
    }
}
