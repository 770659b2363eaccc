package dev.carom.controlplane.config;

import dev.carom.controlplane.resource.Resource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One resource's part in a revision: its whole content before and after. */
record Change(
        Resource resource,
        Action action,
        @Nullable Object before,
        @Nullable Object after) {
    enum Action {
        CREATED("created"),
        UPDATED("changed"),
        DELETED("deleted"),
        NONE("left");

        private final String verb;

        Action(String verb) {
            this.verb = verb;
        }

        /** As in {@code vip.changed}. */
        String verb() {
            return verb;
        }
    }

    static Change of(Resource resource, @Nullable Object before, @Nullable Object after) {
        Action action = Objects.equals(before, after)
                ? Action.NONE
                : before == null ? Action.CREATED : after == null ? Action.DELETED : Action.UPDATED;
        return new Change(resource, action, before, after);
    }
}
