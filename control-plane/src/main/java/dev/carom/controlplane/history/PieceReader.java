package dev.carom.controlplane.history;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the database holds of some series. */
@Component
class PieceReader {
    private static final long MINUTE_MILLIS = 60_000;

    private final JdbcClient jdbc;

    PieceReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The nodes of the groups that the VIP or backend stands in now. */
    List<UUID> nodesServing(UUID series) {
        return jdbc.sql("select nodes_serving(?)")
                .param(series)
                .query((row, number) -> Arrays.asList((UUID[]) row.getArray(1).getArray()))
                .single();
    }

    /** In pieces of ten seconds. */
    List<Piece> tenSeconds(Set<UUID> series, List<UUID> nodes, Instant from, Instant until) {
        return jdbc
                .sql("""
                        select node_id, minute, covered, array[wanted], packets[at * 6 - 5 : at * 6],
                          bytes[at * 6 - 5 : at * 6], new_flows[at * 6 - 5 : at * 6], flows[at * 6 - 5 : at * 6]
                        from history_minute
                        cross join unnest(:series::uuid[]) as wanted
                        cross join array_position(series, wanted) as at
                        where part = any(:parts::smallint[]) and node_id = any(:nodes::uuid[])
                          and minute > :from::timestamptz - interval '1 minute' and minute < :until::timestamptz and at is not null
                        """)
                .param("series", series.toArray(UUID[]::new))
                .param("parts", parts(series))
                .param("nodes", nodes.toArray(UUID[]::new))
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(StoredMinute::read)
                .list()
                .stream()
                .flatMap(row -> pieces(row, MinuteTally.PIECE_MILLIS))
                .toList();
    }

    /** In pieces of a minute, from hours that were rolled up; {@link #rolledUntil} says how far they reach. */
    List<Piece> minutes(Set<UUID> series, Instant from, Instant until) {
        return jdbc
                .sql("""
                        select node_id, hour, covered, array[series], packets, bytes, new_flows, flows
                        from history_hour
                        where series = any(:series::uuid[])
                          and hour > :from::timestamptz - interval '1 hour' and hour < :until::timestamptz
                        """)
                .param("series", series.toArray(UUID[]::new))
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(StoredMinute::read)
                .list()
                .stream()
                .flatMap(row -> pieces(row, MINUTE_MILLIS))
                .toList();
    }

    /** The first hour of that time that is not rolled up for all of these, or its end; hours are done in their order. */
    Instant rolledUntil(Set<UUID> series, Instant from, Instant until) {
        return jdbc.sql("""
                        select coalesce(min(since), :until::timestamptz) from history_held
                        where tier = 'history_minute' and since > :from::timestamptz - interval '1 hour'
                          and exists (select from unnest(:parts::smallint[]) as wanted
                            where not exists (select from history_rolled where hour = since and part = wanted))
                        """)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("parts", parts(series))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private static Integer[] parts(Set<UUID> series) {
        return series.stream().map(MinuteRow::partOf).distinct().toArray(Integer[]::new);
    }

    private static Stream<Piece> pieces(StoredMinute row, long length) {
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < row.covered().length; at++) {
            Amounts amounts = row.amounts(0, at);
            if (amounts != null) {
                Instant start = row.start().plusMillis(at * length);
                pieces.add(new Piece(row.series()[0], row.nodeId(), start, length, row.covered()[at], amounts));
            }
        }
        return pieces.stream();
    }
}
