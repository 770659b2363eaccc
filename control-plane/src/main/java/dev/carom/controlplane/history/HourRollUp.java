package dev.carom.controlplane.history;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rolls the minutes of an hour up into one row for each series and node. Part by part, each in a transaction that says
 * first which part it does: two replicas cannot do one twice.
 */
@Component
class HourRollUp {
    /** By then no replica writes a minute of it any more. */
    static final Duration SETTLED = HistoryWriter.PATIENCE.plusMinutes(2);

    private final JdbcTemplate jdbc;
    private final HourRows rows;
    private final HistoryStore store;
    private final TransactionTemplate transactions;

    HourRollUp(JdbcTemplate jdbc, HourRows rows, HistoryStore store, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.store = store;
        this.transactions = new TransactionTemplate(transactions);
    }

    private record HourPart(Instant hour, int part) {}

    /** Does some parts of what is due; the oldest hours first. */
    void advance(Instant now, int most) {
        int left = most;
        for (Instant hour : due(now)) {
            left -= rollUp(hour, left);
        }
    }

    /** The hours that are settled and held; some may be done. */
    List<Instant> due(Instant now) {
        return jdbc.query(
                "select since from history_held where tier = 'history_minute' and since <= ? order by since",
                (row, number) -> row.getTimestamp(1).toInstant(),
                Timestamp.from(now.minus(SETTLED).minus(Duration.ofHours(1))));
    }

    /** Does some parts of one hour, and says how many. */
    int rollUp(Instant hour, int most) {
        Set<Integer> before = Set.copyOf(jdbc.query(
                "select part from history_rolled where hour = ?",
                (row, number) -> row.getInt(1),
                Timestamp.from(hour)));
        int[] parts = IntStream.range(0, MinuteRow.PARTS)
                .filter(part -> !before.contains(part))
                .limit(most)
                .toArray();
        for (int part : parts) {
            store.prepare(hour);
            transactions.executeWithoutResult(status -> rollUp(new HourPart(hour, part)));
        }
        return parts.length;
    }

    private void rollUp(HourPart part) {
        int claimed = jdbc.update(
                "insert into history_rolled (hour, part) values (?, ?) on conflict do nothing",
                Timestamp.from(part.hour()),
                part.part());
        if (claimed > 0) {
            tallies(part).forEach((node, tally) -> rows.write(part.hour(), node, tally));
        }
    }

    private Map<UUID, HourTally> tallies(HourPart part) {
        Map<UUID, HourTally> tallies = new HashMap<>();
        jdbc.query(
                "select " + StoredMinute.COLUMNS.replace("start", "minute")
                        + " from history_minute where part = ? and minute >= ? and minute < ?",
                row -> {
                    StoredMinute minute = StoredMinute.read(row, 0);
                    tallies.computeIfAbsent(minute.nodeId(), node -> new HourTally())
                            .add(
                                    (int) Duration.between(part.hour(), minute.start())
                                            .toMinutes(),
                                    minute);
                },
                part.part(),
                Timestamp.from(part.hour()),
                Timestamp.from(part.hour().plus(Duration.ofHours(1))));
        return tallies;
    }
}
