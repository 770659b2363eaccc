package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.forwarding.NodeView.ListenerBackend;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * When backends came back, from being down or from being disabled: a slow start begins then. One that is judged for the
 * first time does not come back: a node that starts would hold back the whole pool.
 */
record Returns(Map<ListenerBackend, Instant> since) {
    static final Returns NONE = new Returns(Map.of());

    Returns {
        since = Map.copyOf(since);
    }

    Returns judged(Map<ListenerBackend, Health> before, Map<ListenerBackend, Health> after, Instant now) {
        if (before.equals(after)) {
            return this;
        }
        Map<ListenerBackend, Instant> changed = new HashMap<>(since);
        after.forEach((place, health) -> {
            if (health == Health.DOWN) {
                changed.remove(place);
            } else if (health == Health.UP && before.get(place) == Health.DOWN) {
                changed.put(place, now);
            }
        });
        return new Returns(changed);
    }

    /** {@code places} are all that the new state has: what is gone from it is forgotten. */
    Returns received(DesiredState before, DesiredState after, Set<ListenerBackend> places, Instant now) {
        Set<UUID> disabled = backends(before, AdminState.DISABLED);
        Set<UUID> enabled = backends(after, AdminState.ENABLED);
        Map<ListenerBackend, Instant> changed = new HashMap<>(since);
        changed.keySet().retainAll(places);
        places.stream()
                .filter(place -> disabled.contains(place.backend()) && enabled.contains(place.backend()))
                .forEach(place -> changed.put(place, now));
        return new Returns(changed);
    }

    private static Set<UUID> backends(DesiredState desired, AdminState state) {
        return desired.pools().stream()
                .flatMap(pool -> pool.backends().stream())
                .filter(backend -> backend.state() == state)
                .map(Backend::id)
                .collect(Collectors.toSet());
    }
}
