package dev.carom.controlplane.rollout;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** All states at one moment of the database. {@code chosen} nodes have their group's trial where there is one. */
record StateView(Map<UUID, StoredState> desired, Map<UUID, StoredState> trials, Set<UUID> chosen) {
    static final StateView EMPTY = new StateView(Map.of(), Map.of(), Set.of());

    StateView {
        desired = Map.copyOf(desired);
        trials = Map.copyOf(trials);
        chosen = Set.copyOf(chosen);
    }

    Optional<StoredState> of(UUID nodeGroup, UUID node) {
        StoredState trial = chosen.contains(node) ? trials.get(nodeGroup) : null;
        return Optional.ofNullable(trial == null ? desired.get(nodeGroup) : trial);
    }

    /** All that some of the group's nodes are to have. */
    Stream<StoredState> known(UUID nodeGroup) {
        return Stream.concat(Stream.ofNullable(desired.get(nodeGroup)), Stream.ofNullable(trials.get(nodeGroup)));
    }

    /** The groups of which some node is to have another state than before. */
    Set<UUID> changedSince(StateView earlier) {
        Set<UUID> groups = new HashSet<>(desired.keySet());
        groups.addAll(trials.keySet());
        groups.addAll(earlier.trials.keySet());
        groups.removeIf(
                group -> known(group).toList().equals(earlier.known(group).toList()));
        return groups;
    }
}
