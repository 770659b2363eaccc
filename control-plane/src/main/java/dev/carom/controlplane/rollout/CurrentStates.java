package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** This replica's copy of the stored states. Written by the rollout thread alone, read by everybody. */
@Component
public class CurrentStates {
    private final DesiredStateStore store;
    private final ApplicationEventPublisher events;
    private final Map<UUID, StoredState> states = new ConcurrentHashMap<>();

    CurrentStates(DesiredStateStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /** Said after {@link #of} already gives the new state. */
    public record Changed(StoredState state) {}

    /** What the nodes of a group are to have; empty for the moment between the group's revision and its assembly. */
    public Optional<StoredState> of(UUID nodeGroup) {
        return Optional.ofNullable(states.get(nodeGroup));
    }

    /** Loads only what changed. */
    void refresh() {
        Map<UUID, RevisionId> stored = store.revisions();
        states.keySet().retainAll(stored.keySet());
        List<UUID> changed = stored.entrySet().stream()
                .filter(entry -> !isCurrent(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        for (StoredState state : store.load(changed)) {
            states.put(state.nodeGroupId(), state);
            events.publishEvent(new Changed(state));
        }
    }

    private boolean isCurrent(UUID nodeGroup, RevisionId stored) {
        StoredState present = states.get(nodeGroup);
        return present != null && present.id().equals(stored);
    }
}
