package dev.carom.controlplane.listing;

import dev.carom.controlplane.problem.InvalidParameter;
import java.util.ArrayList;
import java.util.List;

/** One rung of an order. */
record Ordering(Field field, boolean descending) {
    private static final int MOST = 3;

    /**
     * Reads {@code -createdAt,name}; the key comes last, so that no two items are equal.
     *
     * @throws InvalidParameter if a field is unknown, or named twice
     */
    static List<Ordering> parse(String sort, Fields fields) {
        List<Ordering> orders = new ArrayList<>();
        for (String part : Commas.split("sort", sort)) {
            boolean descending = part.startsWith("-");
            Field field = fields.find("sort", descending ? part.substring(1) : part);
            if (orders.size() == MOST
                    || orders.stream().anyMatch(order -> order.field().equals(field))) {
                throw new InvalidParameter(
                        "sort",
                        "SORT_INVALID",
                        "An order names at most " + MOST + " fields, each once, as -createdAt,name.");
            }
            orders.add(new Ordering(field, descending));
        }
        if (orders.stream().noneMatch(order -> order.field().equals(fields.key()))) {
            orders.add(new Ordering(fields.key(), orders.getLast().descending()));
        }
        return List.copyOf(orders);
    }

    static String text(List<Ordering> orders) {
        return String.join(
                ",",
                orders.stream()
                        .map(order ->
                                (order.descending() ? "-" : "") + order.field().name())
                        .toList());
    }

    /** Compares two values of one field: they have one type. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static int compare(Comparable first, Comparable second) {
        return first.compareTo(second);
    }
}
