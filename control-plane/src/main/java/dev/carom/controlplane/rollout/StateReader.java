package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the stored states. In one snapshot of the database: a trial that ends while it is read must not let a chosen
 * node fall back to a lower pair.
 */
@Component
public class StateReader {
    private final DesiredStateStore store;

    StateReader(DesiredStateStore store) {
        this.store = store;
    }

    /** Loads only what {@code present} does not have. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public StateView read(StateView present) {
        return new StateView(
                read(StateTable.DESIRED, present.desired()), read(StateTable.TRIAL, present.trials()), store.chosen());
    }

    /** Of one group, without its nodes. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public List<StoredState> read(UUID nodeGroup) {
        List<UUID> group = List.of(nodeGroup);
        StateView states = new StateView(
                byGroup(store.load(StateTable.DESIRED, group)), byGroup(store.load(StateTable.TRIAL, group)), Set.of());
        return states.known(nodeGroup).toList();
    }

    /** What those who try a revision are to have: nothing new if it leaves their groups' content alone. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Trial trial(long revision) {
        boolean assembled = Long.valueOf(revision).equals(store.assembly().canary());
        return new Trial(
                assembled, assembled ? List.copyOf(store.heads(StateTable.TRIAL).values()) : List.of());
    }

    /** @param assembled false: it has not become states for nodes yet */
    public record Trial(boolean assembled, List<StateHead> states) {}

    /** Wakes all replicas, when the transaction commits. */
    public void announce() {
        store.announce();
    }

    private Map<UUID, StoredState> read(StateTable table, Map<UUID, StoredState> present) {
        Map<UUID, StoredState> states = new HashMap<>(present);
        Map<UUID, StateHead> stored = store.heads(table);
        states.keySet().retainAll(stored.keySet());
        List<UUID> missing = stored.entrySet().stream()
                .filter(entry ->
                        !isCurrent(states.get(entry.getKey()), entry.getValue().id()))
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty()) {
            states.putAll(byGroup(store.load(table, missing)));
        }
        return states;
    }

    private static boolean isCurrent(@Nullable StoredState present, RevisionId stored) {
        return present != null && present.id().equals(stored);
    }

    private static Map<UUID, StoredState> byGroup(List<StoredState> states) {
        Map<UUID, StoredState> byGroup = new HashMap<>();
        states.forEach(state -> byGroup.put(state.nodeGroupId(), state));
        return byGroup;
    }
}
