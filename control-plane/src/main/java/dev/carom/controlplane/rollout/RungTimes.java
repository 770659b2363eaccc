package dev.carom.controlplane.rollout;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When one node climbed each rung with one state; absent where it has not. */
record RungTimes(
        @Nullable Instant received,
        @Nullable Instant applied,
        @Nullable Instant verified,
        @Nullable Instant rejected,
        List<ResourceError> errors) {
    static final RungTimes NONE = new RungTimes(null, null, null, null, List.of());
}
