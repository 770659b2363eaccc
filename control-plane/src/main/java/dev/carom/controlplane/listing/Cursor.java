package dev.carom.controlplane.listing;

import dev.carom.controlplane.problem.InvalidParameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The last item of a page, opaque to callers: the order it belongs to, and its value in each field of that order.
 *
 * @param values as {@link FieldType#read} takes them
 */
record Cursor(String order, List<String> values) {
    /** No value holds it: texts are printable. */
    private static final String BETWEEN = "\n";

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(values);
        parts.addFirst(order);
        byte[] plain = String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** @throws InvalidParameter if this is no cursor of a page in this order */
    static List<Comparable<?>> parse(String text, List<Ordering> orders) {
        List<String> parts = parts(text);
        if (parts.size() != orders.size() + 1 || !parts.getFirst().equals(Ordering.text(orders))) {
            throw unreadable();
        }
        List<Comparable<?>> values = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            values.add(orders.get(i).field().read("cursor", parts.get(i + 1)));
        }
        return values;
    }

    private static List<String> parts(String text) {
        try {
            return List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1));
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static InvalidParameter unreadable() {
        return new InvalidParameter(
                "cursor",
                "CURSOR_INVALID",
                "The cursor is the nextCursor of a page, unchanged, with the same sort; begin again without one.");
    }
}
