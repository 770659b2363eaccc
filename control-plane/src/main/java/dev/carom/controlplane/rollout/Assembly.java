package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * What states are, or were, made from.
 *
 * @param canary the revision that chosen nodes try; null while all nodes get what is configured
 */
record Assembly(RevisionId id, @Nullable Long canary) {
    /** What the states of all groups hold: a trial is begun when they hold all below it, and leaves them there. */
    RevisionId ofAll() {
        return canary == null ? id : new RevisionId(id.epoch(), canary - 1);
    }
}
