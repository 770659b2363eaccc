package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.Listener;
import dev.carom.agent.forwarding.DesiredState.Pool;
import dev.carom.agent.forwarding.NodeView.ListenerBackend;
import dev.carom.agent.packet.MacAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The table that changes would lead to, compiled as the node would compile it. Pure.
 *
 * @param pools whose backends change
 */
public record Proposal(ForwardingTable table, Set<UUID> pools) {
    /** Stands for the MAC of a backend that is not there yet. */
    public static final MacAddress UNKNOWN_MAC = new MacAddress(1);

    public Proposal {
        pools = Set.copyOf(pools);
    }

    /** @throws NoSuchElementException if a change is about a pool or a backend that is not in the state */
    public static Proposal of(List<ProposedChange> changes, DesiredState desired, NodeView view) {
        Map<UUID, Pool> pools = new HashMap<>();
        desired.pools().forEach(pool -> pools.put(pool.id(), pool));
        Map<ListenerBackend, Health> health = new HashMap<>(view.health());
        Map<UUID, MacAddress> neighbors = new HashMap<>(view.neighbors());
        Set<UUID> changed = new HashSet<>();
        for (ProposedChange change : changes) {
            Pool pool = pool(change, pools);
            switch (change) {
                case ProposedChange.Altered altered -> {
                    pools.put(pool.id(), pool.with(alter(altered, pool)));
                    if (altered.state().equals(Optional.of(AdminState.ENABLED))) {
                        up(altered.backend(), desired, health);
                    }
                }
                case ProposedChange.Added(UUID id, Backend backend) -> {
                    List<Backend> backends = new ArrayList<>(pool.backends());
                    backends.add(backend);
                    pools.put(id, pool.with(backends));
                    neighbors.put(backend.id(), UNKNOWN_MAC);
                    up(backend.id(), desired, health);
                }
            }
            changed.add(pool.id());
        }
        DesiredState proposed = withPools(desired, List.copyOf(pools.values()));
        return new Proposal(
                ForwardingTableCompiler.compile(proposed, view.with(health, neighbors))
                        .table(),
                changed);
    }

    private static DesiredState withPools(DesiredState desired, List<Pool> pools) {
        return new DesiredState(
                desired.nodeGroup(),
                desired.hashKey(),
                desired.networks(),
                desired.vips(),
                desired.listeners(),
                pools,
                desired.monitors(),
                desired.virtualRouters(),
                desired.nodes());
    }

    private static Pool pool(ProposedChange change, Map<UUID, Pool> pools) {
        Optional<Pool> found = switch (change) {
            case ProposedChange.Added added -> Optional.ofNullable(pools.get(added.pool()));
            case ProposedChange.Altered altered ->
                pools.values().stream()
                        .filter(pool -> pool.backends().stream()
                                .anyMatch(backend -> backend.id().equals(altered.backend())))
                        .findFirst();
        };
        return found.orElseThrow(() -> new NoSuchElementException("this node's state does not have it: " + change));
    }

    private static List<Backend> alter(ProposedChange.Altered change, Pool pool) {
        return pool.backends().stream()
                .map(backend -> backend.id().equals(change.backend())
                        ? backend.with(
                                change.state().orElse(backend.state()),
                                change.weight().orElse(backend.weight()))
                        : backend)
                .toList();
    }

    private static void up(UUID backend, DesiredState desired, Map<ListenerBackend, Health> health) {
        for (Listener listener : desired.listeners()) {
            health.put(new ListenerBackend(listener.id(), backend), Health.UP);
        }
    }
}
