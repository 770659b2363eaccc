package dev.carom.controlplane.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes rows of {@code history_hour}. */
@Component
class HourRows {
    private static final int TOGETHER = 1_000;

    private final JdbcTemplate jdbc;

    HourRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Instant hour, UUID node, HourTally tally) {
        Integer[] covered = Arrays.stream(tally.covered()).boxed().toArray(Integer[]::new);
        jdbc.batchUpdate(
                """
                insert into history_hour (series, node_id, hour, covered, packets, bytes, new_flows, flows)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                List.copyOf(tally.series().entrySet()),
                TOGETHER,
                (statement, row) -> set(statement, row, hour, node, covered));
    }

    private static void set(
            PreparedStatement statement, Map.Entry<UUID, Amounts[]> row, Instant hour, UUID node, Integer[] covered)
            throws SQLException {
        Connection connection = statement.getConnection();
        statement.setObject(1, row.getKey());
        statement.setObject(2, node);
        statement.setTimestamp(3, Timestamp.from(hour));
        statement.setArray(4, connection.createArrayOf("int4", covered));
        statement.setArray(5, connection.createArrayOf("int8", column(row.getValue(), Amounts::packets)));
        statement.setArray(6, connection.createArrayOf("int8", column(row.getValue(), Amounts::bytes)));
        statement.setArray(7, connection.createArrayOf("int8", column(row.getValue(), Amounts::newFlows)));
        statement.setArray(8, connection.createArrayOf("int8", column(row.getValue(), Amounts::flows)));
    }

    private static @Nullable Long[] column(Amounts[] minutes, Function<Amounts, @Nullable Long> counter) {
        return Arrays.stream(minutes)
                .map(amounts -> amounts == null ? null : counter.apply(amounts))
                .toArray(Long[]::new);
    }
}
