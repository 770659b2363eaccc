package dev.carom.controlplane.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A collection that is computed rather than stored.
 *
 * @param values each field's value of an item, the key first; never null
 */
public record MemoryCollection<T>(Map<Field, Function<T, Comparable<?>>> values, String usualOrder) {
    public static <T> MemoryCollection<T> keyed(Field key, Function<T, Comparable<?>> value, String usualOrder) {
        return new MemoryCollection<>(Map.of(key, value), usualOrder);
    }

    public MemoryCollection<T> with(Field field, Function<T, Comparable<?>> value) {
        Map<Field, Function<T, Comparable<?>>> more = new LinkedHashMap<>(values);
        more.put(field, value);
        return new MemoryCollection<>(more, usualOrder);
    }

    public Slice<T> page(List<T> items, PageRequest request) {
        List<Field> all = new ArrayList<>(values.keySet());
        PageQuery query = PageQuery.of(request, new Fields(all.getFirst(), all, usualOrder, false));
        List<T> found = items.stream()
                .filter(item -> query.conditions().stream()
                        .allMatch(condition -> condition.holds(value(condition.field(), item))))
                .filter(item -> query.after().isEmpty() || comparedWith(query, item) > 0)
                .sorted(order(query))
                .limit(query.size() + 1L)
                .toList();
        boolean more = found.size() > query.size();
        List<T> shown = more ? found.subList(0, query.size()) : found;
        return new Slice<>(shown, more ? query.cursor(texts(query, shown.getLast())) : null);
    }

    private int comparedWith(PageQuery query, T item) {
        for (int i = 0; i < query.orders().size(); i++) {
            Ordering order = query.orders().get(i);
            int compared =
                    Ordering.compare(value(order.field(), item), query.after().get(i));
            if (compared != 0) {
                return order.descending() ? -compared : compared;
            }
        }
        return 0;
    }

    private Comparator<T> order(PageQuery query) {
        return query.orders().stream()
                .<Comparator<T>>map(order -> {
                    Comparator<T> ascending =
                            (one, other) -> Ordering.compare(value(order.field(), one), value(order.field(), other));
                    return order.descending() ? ascending.reversed() : ascending;
                })
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private List<String> texts(PageQuery query, T item) {
        return query.orders().stream()
                .map(order -> value(order.field(), item).toString())
                .toList();
    }

    private Comparable<?> value(Field field, T item) {
        Function<T, Comparable<?>> value = values.get(field);
        if (value == null) {
            throw new IllegalStateException("no value for " + field);
        }
        return value.apply(item);
    }
}
