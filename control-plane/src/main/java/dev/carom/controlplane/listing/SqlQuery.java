package dev.carom.controlplane.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One page's SELECT: what a caller gave becomes a parameter, never SQL. */
final class SqlQuery {
    private final SqlCollection collection;
    private final PageQuery query;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final String text;

    SqlQuery(SqlCollection collection, PageQuery query) {
        this.collection = collection;
        this.query = query;
        List<String> conditions = new ArrayList<>(List.of(collection.condition()));
        query.conditions().forEach(condition -> conditions.add(sql(condition)));
        query.labels().forEach(requirement -> conditions.add(sql(requirement)));
        if (!query.after().isEmpty()) {
            conditions.add(after());
        }
        text = "SELECT " + keys() + " FROM " + collection.from() + " WHERE " + String.join(" AND ", conditions)
                + " ORDER BY " + order() + " LIMIT " + (query.size() + 1);
    }

    String text() {
        return text;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Named, since ORDER BY takes a column of the answer, which is text, before one of the table. */
    private String keys() {
        List<String> shown = new ArrayList<>();
        for (Ordering order : query.orders()) {
            shown.add(order.field().type().shown(column(order.field())) + " AS shown_" + shown.size());
        }
        return String.join(", ", shown);
    }

    private String order() {
        return query.orders().stream()
                .map(order -> column(order.field()) + (order.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", "));
    }

    private String sql(Condition condition) {
        String column = column(condition.field());
        String value = parameter(condition.field(), condition.value());
        if (condition.operator() != Operator.LIKE) {
            return column + " " + condition.operator().sql() + " " + value;
        }
        return condition.field().type() == FieldType.ADDRESS
                ? column + " <<= " + value
                : "strpos(lower(" + column + "), lower(" + value + ")) > 0";
    }

    private String sql(LabelRequirement requirement) {
        String key = "CAST(" + parameter(requirement.key()) + " AS text)";
        String present = requirement.values().isEmpty()
                ? "jsonb_exists(labels, " + key + ")"
                : requirement.values().stream()
                        .map(value ->
                                "labels @> jsonb_build_object(" + key + ", CAST(" + parameter(value) + " AS text))")
                        .collect(Collectors.joining(" OR ", "(", ")"));
        return requirement.wanted() ? present : "NOT " + present;
    }

    /**
     * (a, b) comes after (x, y). Compared as rows where both go the same way: an index finds the place, and the last page
     * costs as much as the first. An alternative for each place would be tried on every row before it.
     */
    private String after() {
        List<String> columns =
                query.orders().stream().map(order -> column(order.field())).toList();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(parameter(query.orders().get(i).field(), query.after().get(i)));
        }
        boolean descending = query.orders().getFirst().descending();
        boolean oneWay = query.orders().stream().allMatch(order -> order.descending() == descending);
        return oneWay
                ? "(" + String.join(", ", columns) + ")" + (descending ? " < " : " > ") + "("
                        + String.join(", ", values) + ")"
                : columns.getFirst() + (descending ? " <= " : " >= ") + values.getFirst() + " AND "
                        + afterByAlternatives(columns, values);
    }

    /** a after x, or a equal to x and b after y; each in its own direction. */
    private String afterByAlternatives(List<String> columns, List<String> values) {
        List<String> alternatives = new ArrayList<>();
        StringBuilder equal = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            boolean descending = query.orders().get(i).descending();
            alternatives.add("(" + equal + columns.get(i) + (descending ? " < " : " > ") + values.get(i) + ")");
            equal.append(columns.get(i)).append(" = ").append(values.get(i)).append(" AND ");
        }
        return "(" + String.join(" OR ", alternatives) + ")";
    }

    private String column(Field field) {
        return collection.column(field);
    }

    private String parameter(Field field, Comparable<?> value) {
        return "CAST(" + parameter(value.toString()) + " AS " + field.type().sqlType() + ")";
    }

    private String parameter(String value) {
        String name = "p" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
