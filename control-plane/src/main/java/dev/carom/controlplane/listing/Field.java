package dev.carom.controlplane.listing;

import dev.carom.controlplane.problem.InvalidParameter;
import java.util.Arrays;
import java.util.List;

/**
 * A property that a collection can be filtered and sorted by.
 *
 * @param choices the only values there are; empty: any value of the type
 */
public record Field(String name, FieldType type, List<String> choices) {
    public Field {
        choices = List.copyOf(choices);
    }

    public static Field text(String name) {
        return new Field(name, FieldType.TEXT, List.of());
    }

    public static Field number(String name) {
        return new Field(name, FieldType.NUMBER, List.of());
    }

    public static Field truth(String name) {
        return new Field(name, FieldType.TRUTH, List.of());
    }

    public static Field id(String name) {
        return new Field(name, FieldType.ID, List.of());
    }

    public static Field time(String name) {
        return new Field(name, FieldType.TIME, List.of());
    }

    public static Field address(String name) {
        return new Field(name, FieldType.ADDRESS, List.of());
    }

    public static <E extends Enum<E>> Field choice(String name, Class<E> choices) {
        return new Field(
                name,
                FieldType.TEXT,
                Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList());
    }

    /** @throws InvalidParameter if the text is no value of this field */
    Comparable<?> read(String parameter, String text) {
        if (!choices.isEmpty() && !choices.contains(text)) {
            throw refusal(parameter, "one of " + String.join(", ", choices));
        }
        try {
            return type.read(text);
        } catch (IllegalArgumentException e) {
            throw refusal(parameter, String.valueOf(e.getMessage()));
        }
    }

    private InvalidParameter refusal(String parameter, String wanted) {
        return new InvalidParameter(
                parameter,
                "VALUE_INVALID",
                "A value of " + name + " is " + wanted + ": correct it in " + parameter + ".");
    }
}
