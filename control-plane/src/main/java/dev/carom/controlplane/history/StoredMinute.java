package dev.carom.controlplane.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code history_minute}, or of an hour of one series: what is in it, piece by piece. */
record StoredMinute(
        UUID nodeId,
        Instant start,
        Integer[] covered,
        UUID[] series,
        @Nullable Long[] packets,
        @Nullable Long[] bytes,
        @Nullable Long[] newFlows,
        @Nullable Long[] flows) {

    /** The columns that {@link #read} wants, from where they are called so. */
    static final String COLUMNS = "node_id, start, covered, series, packets, bytes, new_flows, flows";

    static StoredMinute read(ResultSet row, int number) throws SQLException {
        return new StoredMinute(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                (Integer[]) row.getArray(3).getArray(),
                (UUID[]) row.getArray(4).getArray(),
                longs(row, 5),
                longs(row, 6),
                longs(row, 7),
                longs(row, 8));
    }

    private static @Nullable Long[] longs(ResultSet row, int column) throws SQLException {
        return (Long[]) row.getArray(column).getArray();
    }

    /** Null where the series was not told of. */
    @Nullable Amounts amounts(int at, int piece) {
        int place = at * covered.length + piece;
        Long count = packets[place];
        Long size = bytes[place];
        Long begun = newFlows[place];
        return count == null || size == null || begun == null ? null : new Amounts(count, size, begun, flows[place]);
    }
}
