package dev.carom.controlplane.listing;

import dev.carom.controlplane.problem.InvalidParameter;
import org.jspecify.annotations.Nullable;

/** The query of a list as it came; a null part was not given. */
public record PageRequest(
        @Nullable Integer limit,
        @Nullable String cursor,
        @Nullable String sort,
        @Nullable String filter,
        @Nullable String labelSelector) {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    /** How many items a page has at most. */
    public int size() {
        int asked = limit == null ? USUAL : limit;
        if (asked < 1 || asked > MOST) {
            throw new InvalidParameter(
                    "limit",
                    "LIMIT_OUT_OF_RANGE",
                    "The limit of a page lies within 1-" + MOST + "; leave it out for " + USUAL + ".");
        }
        return asked;
    }
}
