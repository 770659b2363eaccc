package dev.carom.controlplane.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A collection in the database. Nothing of it comes from a caller: it becomes SQL.
 *
 * @param from a table or a join
 * @param condition holds of everything that the collection shows
 * @param columns SQL of each field, the key first; none of them is ever null
 */
public record SqlCollection(
        String from, String condition, Map<Field, String> columns, String usualOrder, boolean labelled) {
    private static final String EVERYTHING = "true";

    /** What is numbered, listed from the newest back. */
    public static SqlCollection numbered(String table, String field, String column) {
        return new SqlCollection(table, EVERYTHING, Map.of(Field.number(field), column), "-" + field, false);
    }

    /** Configured resources, listed by name. */
    public static SqlCollection resources(String table) {
        SqlCollection named = unlabelled(table);
        return new SqlCollection(table, EVERYTHING, named.columns, named.usualOrder, true);
    }

    /** What has a name and versions but no labels, listed by name. */
    public static SqlCollection unlabelled(String table) {
        Map<Field, String> columns = new LinkedHashMap<>();
        columns.put(Field.id("id"), "id");
        columns.put(Field.text("name"), "name");
        columns.put(Field.number("version"), "version");
        columns.put(Field.time("createdAt"), "created_at");
        columns.put(Field.time("updatedAt"), "updated_at");
        return new SqlCollection(table, EVERYTHING, columns, "name", false);
    }

    public SqlCollection with(Field field, String column) {
        Map<Field, String> more = new LinkedHashMap<>(columns);
        more.put(field, column);
        return new SqlCollection(from, condition, more, usualOrder, labelled);
    }

    /** Only what the condition holds of. */
    public SqlCollection where(String narrower) {
        return new SqlCollection(from, narrower, columns, usualOrder, labelled);
    }

    Fields fields() {
        List<Field> all = new ArrayList<>(columns.keySet());
        return new Fields(all.getFirst(), all, usualOrder, labelled);
    }

    String column(Field field) {
        return columns.getOrDefault(field, EVERYTHING);
    }
}
