package dev.carom.controlplane.history;

import static dev.carom.controlplane.history.Told.backend;
import static dev.carom.controlplane.history.Told.report;
import static dev.carom.controlplane.history.Told.vip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.telemetry.NodeReport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Hours of days to come, which the application itself lets alone; each test has its own. */
@ControlPlaneTest
class HistoryIT {
    private static final AtomicInteger HOURS = new AtomicInteger(48);

    @Autowired
    HistoryStore store;

    @Autowired
    PieceReader reader;

    @Autowired
    HourRollUp rollUp;

    @Autowired
    JdbcTemplate jdbc;

    private final UUID node = UUID.randomUUID();
    private final UUID vip = UUID.randomUUID();
    private Instant hour = Instant.EPOCH;

    @BeforeEach
    void anHour() {
        hour = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(HOURS.getAndAdd(3), ChronoUnit.HOURS);
    }

    @Test
    void aMinuteOfDigestsComesBackByTensOfSeconds() {
        Replica replica = new Replica();
        for (int i = 0; i <= 7; i++) {
            replica.heard(report(node, at(10 * i - 3), vip, i * 100), report(node, at(10 * i + 7), vip, 100 * (i + 1)));
        }
        replica.write(at(95));
        assertThat(packets(hour, 60)).containsExactly(100L, 100L, 100L, 100L, 100L, 100L);
    }

    @Test
    void twoReplicasThatHeardAMinuteInTurnAddUp() {
        Replica one = new Replica();
        Replica other = new Replica();
        one.heard(report(node, at(0), vip, 0), report(node, at(8), vip, 80));
        other.heard(report(node, at(8), vip, 80), report(node, at(18), vip, 180));
        one.heard(report(node, at(18), vip, 180), report(node, at(30), vip, 300));
        one.write(at(95));
        other.write(at(95));
        assertThat(packets(hour, 40)).containsExactly(100L, 100L, 100L, null);
        assertThat(points(hour, 40, 10))
                .filteredOn(point -> point.packets() != null)
                .allSatisfy(point -> {
                    assertThat(point.coveredMs()).isEqualTo(10_000);
                    assertThat(point.nodes()).isEqualTo(1);
                });
    }

    @Test
    void whatIsWrittenTwiceCountsOnce() {
        MinuteTally tally = new MinuteTally();
        tally.add(Share.of(0, 10_000, 10_000), Map.of(vip, new Amounts(5, 50, 1, null)));
        List<MinuteRow> rows = MinuteRow.of(new MinuteBuffer.NodeMinute(node, hour), tally);
        store.write(rows);
        store.write(rows);
        assertThat(packets(hour, 10)).containsExactly(5L);
    }

    @Test
    void replicasThatNeedAPartitionAtOnceAllGetIt() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> new HistoryStore(jdbc).prepare(hour)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(held(hour)).containsExactlyInAnyOrder("history_minute", "history_hour");
    }

    @Test
    void anHourIsRolledUpOnceAndReadsTheSame() throws Exception {
        UUID server = UUID.randomUUID();
        Replica replica = new Replica();
        for (int i = 0; i < 12; i++) {
            replica.heard(
                    report(node, "b", at(10 * i), List.of(vip(vip, i)), List.of(backend(server, i * 10L, 1))),
                    report(
                            node,
                            "b",
                            at(10 * i + 10),
                            List.of(vip(vip, i + 1)),
                            List.of(backend(server, i * 10 + 10, 2))));
        }
        replica.write(at(200));
        List<SeriesPoint> before = points(hour, 180, 60);
        Instant settled = hour.plus(Duration.ofHours(1)).plus(HourRollUp.SETTLED);
        assertThat(rollUp.due(settled.minusMillis(1))).doesNotContain(hour);
        assertThat(rollUp.due(settled)).contains(hour);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> one = threads.submit(() -> whole(hour));
            Future<?> other = threads.submit(() -> whole(hour));
            one.get();
            other.get();
        }
        assertThat(rolled()).isEqualTo(MinuteRow.PARTS);
        assertThat(jdbc.queryForObject("select count(*) from history_hour where node_id = ?", Long.class, node))
                .as("the VIP, the backend and the node")
                .isEqualTo(3);
        List<Piece> minutes = reader.minutes(Set.of(vip), hour, hour.plusSeconds(3_600));
        assertThat(Picture.points(minutes, new SeriesRange(hour, hour.plusSeconds(180), 60)))
                .isEqualTo(before)
                .extracting(SeriesPoint::packets)
                .containsExactly(6L, 6L, null);
        assertThat(reader.minutes(Set.of(server), hour, hour.plusSeconds(3_600)))
                .extracting(piece -> piece.amounts().flows())
                .containsExactly(2L, 2L);
    }

    @Test
    void whatIsOldGoesWithItsPartition() {
        Instant now = Instant.now();
        Instant young = now.truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
        Instant old = young.minus(3, ChronoUnit.HOURS);
        store.prepare(young);
        store.prepare(old);
        store.forget(now);
        assertThat(held(old)).as("not rolled up yet").contains("history_minute");
        whole(old);
        store.forget(now);
        assertThat(held(old)).containsExactly("history_hour");
        assertThat(held(young)).contains("history_minute");
    }

    private void whole(Instant from) {
        while (rollUp.rollUp(from, 16) > 0) {
            // More is due.
        }
    }

    private Instant at(int second) {
        return hour.plusSeconds(second);
    }

    private List<SeriesPoint> points(Instant from, int seconds, int step) {
        Instant until = from.plusSeconds(seconds);
        return Picture.points(
                reader.tenSeconds(Set.of(vip), List.of(node), from, until), new SeriesRange(from, until, step));
    }

    private List<Long> packets(Instant from, int seconds) {
        return points(from, seconds, 10).stream().map(SeriesPoint::packets).toList();
    }

    /** The tiers that have a partition for this hour. */
    private List<String> held(Instant from) {
        return jdbc.query("""
                select tier from history_held where since = case tier
                  when 'history_minute' then ?::timestamptz else date_trunc('day', ?::timestamptz, 'UTC') end
                """, (row, number) -> row.getString(1), Timestamp.from(from), Timestamp.from(from));
    }

    private long rolled() {
        Long parts = jdbc.queryForObject(
                "select count(*) from history_rolled where hour = ?", Long.class, Timestamp.from(hour));
        return parts == null ? 0 : parts;
    }

    /** What one replica has of its own. */
    private final class Replica {
        private final MinuteBuffer buffer = new MinuteBuffer();
        private final HistoryWriter writer =
                new HistoryWriter(buffer, store, Clock.fixed(hour, ZoneOffset.UTC), new SimpleMeterRegistry());

        void heard(NodeReport before, NodeReport now) {
            buffer.replaced(before, now);
        }

        void write(Instant now) {
            writer.write(now.plusSeconds(MinuteBuffer.SPREAD_SECONDS).plusSeconds(60));
        }
    }
}
