package dev.carom.controlplane.rest;

import dev.carom.controlplane.listing.PageRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The query of every list. */
public record Listing(
        @Schema(description = "Most items of the page, 1-500; absent: 50.", example = "50") @Nullable Integer limit,

        @Schema(description = "The nextCursor of the page before, with the same sort.") @Nullable String cursor,

        @Schema(description = "Up to three fields with commas between them; a dash turns one round: -createdAt,name.")
        @Nullable String sort,

        @Schema(
                description =
                        "Conditions that all hold, with commas between them: a field, one of = != < <= > >= ~ and a"
                                + " value, which may stand in double quotes. ~ is: contains, or for an address: lies within the"
                                + " subnet. adminState=ENABLED,weight>=10,name~web,address~10.0.0.0/24")
        @Nullable String filter,

        @Schema(description = "Labels as in Kubernetes: env=prod,tier!=cache,zone in (a,b),canary,!legacy.") @Nullable String labelSelector) {

    public PageRequest request() {
        return new PageRequest(limit, cursor, sort, filter, labelSelector);
    }

    /** The same with one more condition, unless the value is absent. */
    public PageRequest with(String field, @Nullable UUID value) {
        if (value == null) {
            return request();
        }
        String more = field + "=" + value;
        return new PageRequest(limit, cursor, sort, filter == null ? more : filter + "," + more, labelSelector);
    }
}
