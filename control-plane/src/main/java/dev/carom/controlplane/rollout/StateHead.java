package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import org.jspecify.annotations.Nullable;

/** A stored state without its bytes. */
public record StateHead(RevisionId id, Hash hash) {
    /**
     * The pair under which a group's content becomes its desired state; null when that state stands already.
     *
     * @param trial what some of its nodes have tried: they have that pair, and take no lower one
     */
    static @Nullable RevisionId due(
            RevisionId configured, Hash content, @Nullable StateHead desired, @Nullable StateHead trial) {
        if (trial != null) {
            return trial.is(content, configured) ? trial.id() : configured;
        }
        return desired != null && desired.is(content, configured) ? null : configured;
    }

    /** An adopted database begins a new epoch, in which everything is sent anew. */
    private boolean is(Hash content, RevisionId configured) {
        return hash.equals(content) && id.epoch() == configured.epoch();
    }
}
