package dev.carom.controlplane.rest;

import dev.carom.controlplane.problem.InvalidResource;
import dev.carom.controlplane.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

/**
 * Lists resources by name, a page at a time, by key rather than by offset: no page skips or repeats what did not
 * change, and the last page costs as much as the first.
 */
public record Listing(@Nullable Integer limit, @Nullable String cursor) {
    private static final int DEFAULT = 50;
    private static final int MOST = 500;

    public <R extends Resource, D> Page<D> of(
            JpaSpecificationExecutor<R> repository, Specification<R> where, Function<R, D> view) {
        int size = size();
        ScrollPosition from = position();
        Window<R> window = repository.findBy(
                where, query -> query.sortBy(Sort.by("name", "id")).limit(size).scroll(from));
        List<D> items = window.stream().map(view).toList();
        R last = window.isEmpty() ? null : window.getContent().getLast();
        return new Page<>(items, window.hasNext() && last != null ? Cursor.of(last.name(), last.id()) : null);
    }

    /** How many rows a page has. */
    public int size() {
        int asked = limit == null ? DEFAULT : limit;
        if (asked < 1 || asked > MOST) {
            throw new InvalidResource("", "LIMIT_OUT_OF_RANGE", "The limit of a page lies within 1-" + MOST + ".");
        }
        return asked;
    }

    private KeysetScrollPosition position() {
        if (cursor == null) {
            return ScrollPosition.keyset();
        }
        Cursor at = Cursor.parse(cursor);
        return ScrollPosition.forward(Map.of("name", at.name(), "id", UUID.fromString(at.id())));
    }

    /** Where a list that goes back in numbers goes on; the newest without a cursor. */
    public long before() {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw Cursor.unreadable();
        }
        return Long.parseLong(cursor);
    }
}
