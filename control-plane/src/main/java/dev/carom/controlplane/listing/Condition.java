package dev.carom.controlplane.listing;

import dev.carom.controlplane.problem.InvalidParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One condition of a filter: {@code weight>=10}. */
record Condition(Field field, Operator operator, Comparable<?> value) {
    private static final int MOST = 20;

    /**
     * Reads conditions with commas between them; a value in double quotes may hold commas.
     *
     * @throws InvalidParameter if one cannot be read
     */
    static List<Condition> parse(String filter, Fields fields) {
        List<Condition> conditions = new ArrayList<>();
        for (String part : Commas.split("filter", filter)) {
            conditions.add(one(part, fields));
        }
        if (conditions.size() > MOST) {
            throw new InvalidParameter("filter", "FILTER_TOO_LONG", "A filter has at most " + MOST + " conditions.");
        }
        return List.copyOf(conditions);
    }

    private static Condition one(String text, Fields fields) {
        int end = 0;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String rest = text.substring(end).strip();
        for (Operator operator : Operator.values()) {
            if (end > 0 && rest.startsWith(operator.symbol())) {
                Field field = fields.find("filter", text.substring(0, end));
                String value = rest.substring(operator.symbol().length()).strip();
                return new Condition(field, checked(field, operator), field.read("filter", Commas.unquoted(value)));
            }
        }
        throw new InvalidParameter(
                "filter",
                "FILTER_INVALID",
                "A filter is conditions with commas between them, each a field, one of = != < <= > >= ~ and a value,"
                        + " as adminState=ENABLED,weight>=10,name~web.");
    }

    private static Operator checked(Field field, Operator operator) {
        boolean likeable = field.type() == FieldType.ADDRESS
                || field.type() == FieldType.TEXT && field.choices().isEmpty();
        if (operator == Operator.LIKE && !likeable) {
            throw new InvalidParameter(
                    "filter",
                    "OPERATOR_INVALID",
                    "The operator ~ compares texts and addresses, not " + field.name() + ".");
        }
        return operator;
    }

    /** Whether it holds of a value in memory. */
    boolean holds(Comparable<?> present) {
        if (operator == Operator.LIKE) {
            return present.toString()
                    .toLowerCase(Locale.ROOT)
                    .contains(value.toString().toLowerCase(Locale.ROOT));
        }
        return operator.holds(Ordering.compare(present, value));
    }
}
