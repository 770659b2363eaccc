package dev.carom.controlplane.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds a page's keys, by key rather than by offset: no page skips or repeats what did not change, and the last page
 * costs as much as the first.
 */
@Component
public class SqlPages {
    private final JdbcClient sql;

    SqlPages(JdbcClient sql) {
        this.sql = sql;
    }

    /** Ids of resources, in the order that was asked for. */
    public Slice<UUID> ids(SqlCollection collection, PageRequest request) {
        return keys(collection, request)
                .map(keys -> keys.stream().map(UUID::fromString).toList());
    }

    /** Numbers of what is numbered, in the order that was asked for. */
    public Slice<Long> numbers(SqlCollection collection, PageRequest request) {
        return keys(collection, request)
                .map(keys -> keys.stream().map(Long::valueOf).toList());
    }

    private Slice<String> keys(SqlCollection collection, PageRequest request) {
        Fields fields = collection.fields();
        PageQuery query = PageQuery.of(request, fields);
        SqlQuery select = new SqlQuery(collection, query);
        int width = query.orders().size();
        List<List<String>> rows = sql.sql(select.text())
                .params(select.parameters())
                .query((row, number) -> {
                    List<String> values = new ArrayList<>(width);
                    for (int i = 1; i <= width; i++) {
                        values.add(row.getString(i));
                    }
                    return values;
                })
                .list();
        List<List<String>> shown = rows.size() > query.size() ? rows.subList(0, query.size()) : rows;
        int key = query.orders().stream().map(Ordering::field).toList().indexOf(fields.key());
        return new Slice<>(
                shown.stream().map(values -> values.get(key)).toList(),
                rows.size() > query.size() ? query.cursor(shown.getLast()) : null);
    }
}
