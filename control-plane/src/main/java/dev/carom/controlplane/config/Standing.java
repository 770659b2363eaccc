package dev.carom.controlplane.config;

import org.jspecify.annotations.Nullable;

/**
 * The one row of the configuration, locked: which revision holds, and how much there is.
 *
 * @param canary the revision that chosen nodes try; null: none
 */
record Standing(
        long epoch,
        long revision,
        int vips,
        int backends,
        @Nullable Long canary) {
    Standing in(long newEpoch) {
        return new Standing(newEpoch, revision, vips, backends, canary);
    }
}
