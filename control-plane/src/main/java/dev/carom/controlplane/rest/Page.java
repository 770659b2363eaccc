package dev.carom.controlplane.rest;

import dev.carom.controlplane.listing.Slice;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list, with where it goes on. */
public record Page<T>(
        List<T> items,

        @Schema(description = "Give it as `cursor` for the next page; absent at the end.") @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> of(Slice<T> slice) {
        return new Page<>(slice.items(), slice.nextCursor());
    }
}
