package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.forwarding.NodeView.ListenerBackend;
import dev.carom.agent.packet.MacAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everything the reconciler knows, as one value: replaced by each event, never edited. */
record NodeState(
        Optional<RevisionedState> state,
        Map<ListenerBackend, Health> health,
        Returns returns,
        Map<UUID, MacAddress> neighbors,
        boolean eligible) {
    static final NodeState EMPTY = new NodeState(Optional.empty(), Map.of(), Returns.NONE, Map.of(), true);

    NodeState {
        health = Map.copyOf(health);
        neighbors = Map.copyOf(neighbors);
    }

    NodeState after(Event event, Instant now) {
        return switch (event) {
            case Event.StateReceived received -> received(received.state(), now);
            case Event.HealthChanged changed ->
                withHealth(
                        with(health, new ListenerBackend(changed.listener(), changed.backend()), changed.health()),
                        now);
            case Event.NeighborLearned learned -> withNeighbors(with(neighbors, learned.backend(), learned.mac()));
            case Event.RoleChanged role -> new NodeState(state, health, returns, neighbors, role.eligible());
            case Event.VipFree ignored -> this;
            case Event.LinksChanged ignored -> this;
            case Event.Stopped ignored -> this;
        };
    }

    NodeState withState(Optional<RevisionedState> other) {
        return new NodeState(other, health, returns, neighbors, eligible);
    }

    NodeState withHealth(Map<ListenerBackend, Health> judged, Instant now) {
        return new NodeState(state, judged, returns.judged(health, judged, now), neighbors, eligible);
    }

    NodeState withNeighbors(Map<UUID, MacAddress> resolved) {
        return new NodeState(state, health, returns, resolved, eligible);
    }

    /** Forgets what is no longer asked for: a listener that comes back is judged anew. */
    private NodeState received(RevisionedState received, Instant now) {
        Set<ListenerBackend> checked = checked(received.desired());
        Map<ListenerBackend, Health> kept = new HashMap<>(health);
        kept.keySet().retainAll(checked);
        Map<UUID, MacAddress> resolved = new HashMap<>(neighbors);
        resolved.keySet().retainAll(backends(received.desired()));
        Returns stillThere = state.map(before -> returns.received(before.desired(), received.desired(), checked, now))
                .orElse(returns);
        return new NodeState(Optional.of(received), kept, stillThere, resolved, eligible);
    }

    private static Set<UUID> backends(DesiredState desired) {
        Set<UUID> backends = new HashSet<>();
        desired.pools().forEach(pool -> pool.backends().forEach(backend -> backends.add(backend.id())));
        return backends;
    }

    private static Set<ListenerBackend> checked(DesiredState desired) {
        Map<UUID, DesiredState.Pool> pools = Pools.byId(desired);
        Set<ListenerBackend> checked = new HashSet<>();
        for (DesiredState.Listener listener : desired.listeners()) {
            Pools.servedBy(listener, pools)
                    .forEach(backend -> checked.add(new ListenerBackend(listener.id(), backend.id())));
        }
        return checked;
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> changed = new HashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
