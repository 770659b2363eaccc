package dev.carom.controlplane.listing;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a collection; {@code nextCursor} is absent at the end. */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {
    public Slice {
        items = List.copyOf(items);
    }

    /** The same part with other items, all mapped at once. */
    public <V> Slice<V> map(Function<List<T>, List<V>> views) {
        return new Slice<>(views.apply(items), nextCursor);
    }
}
