package dev.carom.controlplane.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes rows of history, and has the partitions made that they need. */
@Component
class HistoryStore {
    private static final int TOGETHER = 1_000;

    private final JdbcTemplate jdbc;
    private final Set<Instant> prepared = ConcurrentHashMap.newKeySet();

    HistoryStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows that are there already stay. */
    void write(List<MinuteRow> rows) {
        rows.stream().map(row -> row.of().minute()).distinct().forEach(this::prepare);
        jdbc.batchUpdate("""
                insert into history_minute (part, node_id, minute, batch, covered, series, packets, bytes, new_flows, flows)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """, rows, TOGETHER, HistoryStore::set);
    }

    private static void set(PreparedStatement statement, MinuteRow row) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setInt(1, row.part());
        statement.setObject(2, row.of().nodeId());
        statement.setTimestamp(3, Timestamp.from(row.of().minute()));
        statement.setObject(4, row.tally().batch());
        statement.setArray(5, connection.createArrayOf("int4", row.covered()));
        statement.setArray(6, connection.createArrayOf("uuid", row.ids()));
        statement.setArray(7, connection.createArrayOf("int8", row.column(Amounts::packets)));
        statement.setArray(8, connection.createArrayOf("int8", row.column(Amounts::bytes)));
        statement.setArray(9, connection.createArrayOf("int8", row.column(Amounts::newFlows)));
        statement.setArray(10, connection.createArrayOf("int8", row.column(Amounts::flows)));
    }

    void prepare(Instant minute) {
        Instant hour = minute.truncatedTo(ChronoUnit.HOURS);
        if (!prepared.contains(hour)) {
            jdbc.queryForList("select prepare_history(?)", Timestamp.from(hour));
            prepared.add(hour);
        }
    }

    /** Drops what is older than it is held. */
    void forget(Instant now) {
        jdbc.queryForList("select forget_history(?)", Timestamp.from(now));
        prepared.removeIf(hour -> hour.isBefore(now.minus(2, ChronoUnit.HOURS)));
    }
}
