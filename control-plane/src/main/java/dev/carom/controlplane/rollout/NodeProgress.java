package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far one node has come: the highest pair for each rung. */
public record NodeProgress(Map<Stage, Acknowledgement> highest) {
    public static final NodeProgress NONE = new NodeProgress(Map.of());

    public NodeProgress {
        highest = Map.copyOf(highest);
    }

    static NodeProgress of(List<Acknowledgement> acknowledgements) {
        var highest = new EnumMap<Stage, Acknowledgement>(Stage.class);
        acknowledgements.forEach(each -> highest.put(each.stage(), each));
        return new NodeProgress(highest);
    }

    public @Nullable RevisionId received() {
        return id(Stage.RECEIVED);
    }

    public @Nullable RevisionId applied() {
        return id(Stage.APPLIED);
    }

    public @Nullable RevisionId verified() {
        return id(Stage.VERIFIED);
    }

    /** The refusal that stands: nothing later was applied. */
    public Optional<Acknowledgement> rejected() {
        RevisionId applied = applied();
        return Optional.ofNullable(highest.get(Stage.REJECTED))
                .filter(refusal -> applied == null || refusal.id().isAbove(applied));
    }

    /** Whether the node refused this very state, which it would do again. */
    public boolean refuses(StoredState state) {
        return refuses(new StateHead(state.id(), state.hash()));
    }

    public boolean refuses(StateHead state) {
        return rejected()
                .filter(refusal ->
                        refusal.id().equals(state.id()) && refusal.hash().equals(state.hash()))
                .isPresent();
    }

    /** Of the resources that the node leaves out now. */
    public List<ResourceError> errors() {
        Acknowledgement latest = rejected().orElse(highest.get(Stage.APPLIED));
        Acknowledgement verified = highest.get(Stage.VERIFIED);
        if (latest != null && verified != null && !latest.id().isAbove(verified.id())) {
            latest = verified;
        }
        return latest == null ? List.of() : latest.errors();
    }

    private @Nullable RevisionId id(Stage stage) {
        Acknowledgement acknowledgement = highest.get(stage);
        return acknowledgement == null ? null : acknowledgement.id();
    }
}
