package dev.carom.controlplane.listing;

import dev.carom.controlplane.problem.InvalidParameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a collection is asked for.
 *
 * @param size most items of the page
 * @param after the last page's end, a value for each order; empty: from the beginning
 */
record PageQuery(
        int size,
        List<Ordering> orders,
        List<Condition> conditions,
        List<LabelRequirement> labels,
        List<Comparable<?>> after) {

    static PageQuery of(PageRequest request, Fields fields) {
        String sort = request.sort();
        List<Ordering> orders = Ordering.parse(sort == null ? fields.usualOrder() : sort, fields);
        String filter = request.filter();
        String cursor = request.cursor();
        return new PageQuery(
                request.size(),
                orders,
                filter == null ? List.of() : Condition.parse(filter, fields),
                labels(request.labelSelector(), fields),
                cursor == null ? List.of() : Cursor.parse(cursor, orders));
    }

    private static List<LabelRequirement> labels(@Nullable String selector, Fields fields) {
        if (selector != null && !fields.labelled()) {
            throw new InvalidParameter(
                    "labelSelector", "LABELS_UNSUPPORTED", "What this collection holds has no labels: use filter.");
        }
        return selector == null ? List.of() : LabelRequirement.parse(selector);
    }

    /** Where the page after this one begins. */
    String cursor(List<String> values) {
        return new Cursor(Ordering.text(orders), values).toString();
    }
}
