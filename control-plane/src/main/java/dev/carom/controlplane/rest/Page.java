package dev.carom.controlplane.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A part of a list, with where it goes on. */
public record Page<T>(
        List<T> items,

        @Schema(description = "Give it as `cursor` for the next page; absent at the end.") @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /** A page of what is numbered and listed from the newest back. */
    public static <T> Page<T> goingBack(List<T> items, int size, ToLongFunction<T> number) {
        return new Page<>(items, items.size() < size ? null : Long.toString(number.applyAsLong(items.getLast())));
    }
}
