package dev.carom.controlplane.listing;

import dev.carom.controlplane.problem.InvalidParameter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one collection can be filtered and sorted by.
 *
 * @param key tells the items apart, and decides between equals in every order
 * @param usualOrder as {@code sort} would say it, without the key
 * @param labelled whether the items have labels
 */
public record Fields(Field key, List<Field> all, String usualOrder, boolean labelled) {
    public Fields {
        all = List.copyOf(all);
    }

    /** @throws InvalidParameter if there is no such field */
    Field find(String parameter, String name) {
        return all.stream()
                .filter(field -> field.name().equals(name))
                .findAny()
                .orElseThrow(() -> new InvalidParameter(
                        parameter,
                        "FIELD_UNKNOWN",
                        "This collection has no field " + shortened(name) + " for " + parameter + "; there are "
                                + all.stream().map(Field::name).collect(Collectors.joining(", ")) + "."));
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
