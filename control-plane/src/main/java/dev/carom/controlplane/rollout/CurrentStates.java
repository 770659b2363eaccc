package dev.carom.controlplane.rollout;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** This replica's copy of the stored states. Written by the rollout thread alone, read by everybody. */
@Component
public class CurrentStates {
    private final StateReader reader;
    private final ApplicationEventPublisher events;
    private volatile StateView states = StateView.EMPTY;

    CurrentStates(StateReader reader, ApplicationEventPublisher events) {
        this.reader = reader;
        this.events = events;
    }

    /** Said after {@link #of} already gives the new state. */
    public record Changed(UUID nodeGroupId) {}

    /** What a node is to have; empty for the moment between its group's revision and its assembly. */
    public Optional<StoredState> of(UUID nodeGroup, UUID node) {
        return states.of(nodeGroup, node);
    }

    /** What the nodes of a group are to have, those that try a revision too. */
    Stream<StoredState> known(UUID nodeGroup) {
        return states.known(nodeGroup);
    }

    /** Loads only what changed. */
    void refresh() {
        StateView before = states;
        StateView now = reader.read(before);
        states = now;
        now.changedSince(before).forEach(group -> events.publishEvent(new Changed(group)));
    }
}
