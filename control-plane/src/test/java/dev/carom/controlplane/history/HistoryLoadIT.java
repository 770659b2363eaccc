package dev.carom.controlplane.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.TestDatabase;
import dev.carom.controlplane.telemetry.ReportIntake;
import dev.carom.controlplane.telemetry.ReportReader;
import dev.carom.controlplane.telemetry.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An hour of the digests of a site as large as Carom serves, all of it busy, through the intake and into the database;
 * the clock is fast-forwarded. The database's checkpoints come as they would, every five minutes of that clock.
 */
@ControlPlaneTest
@Tag("slow")
class HistoryLoadIT {
    private static final int NODES = 20;
    private static final int VIPS = 10_000;
    private static final int BACKENDS = 100_000;
    private static final int MINUTES = 60;
    private static final int DIGEST_SECONDS = 10;
    private static final int CHECKPOINT_MINUTES = 5;
    private static final double MOST_BYTES_A_SECOND = 2e6;

    @Autowired
    ReportIntake intake;

    @Autowired
    ReportReader reports;

    @Autowired
    HistoryWriter writer;

    @Autowired
    HourRollUp rollUp;

    @Autowired
    PieceReader pieces;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase.Owner owner;

    private final Random random = new Random(1);
    private final List<BusyNode> nodes = IntStream.range(0, NODES)
            .mapToObj(i -> new BusyNode(VIPS / NODES, BACKENDS / NODES, random))
            .toList();
    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(100));
    private long nanosOfIntake;
    private long digests;

    @Test
    void theLogGrowsSlowlyAndNoDigestIsLost() throws Exception {
        nodes.forEach(this::register);
        digest(hour);
        List<Long> before = nodes.stream().map(BusyNode::packets).toList();
        List<Long> ofBackends = nodes.stream().map(node -> node.packetsOf(7)).toList();
        long start = log();
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int second = DIGEST_SECONDS; second <= 60; second += DIGEST_SECONDS) {
                digest(hour.plusSeconds(minute * 60L + second));
            }
            writer.write(hour.plusSeconds((minute + 1) * 60L));
            if (minute % CHECKPOINT_MINUTES == 0) {
                checkpoint();
            }
        }
        writer.write(hour.plusSeconds(MINUTES * 60L + 120));
        long minutes = log() - start;
        List<UUID> ids = nodes.stream().map(node -> node.id).toList();
        assertNothingIsLost(before, ofBackends, pieces.tenSeconds(wanted(), ids, hour, hour.plusSeconds(3_600)));
        checkpoint();
        long rolling = log();
        while (rollUp.rollUp(hour, 4) > 0) {
            // More is due.
        }
        long hours = log() - rolling;
        assertNothingIsLost(before, ofBackends, pieces.minutes(wanted(), hour, hour.plusSeconds(3_600)));
        double rate = (minutes + hours) / 3_600.0;
        write(minutes, hours, rate);
        assertThat(rate).isLessThanOrEqualTo(MOST_BYTES_A_SECOND);
    }

    private Set<UUID> wanted() {
        return nodes.stream()
                .flatMap(node -> Stream.of(node.id, node.backend(7)))
                .collect(Collectors.toSet());
    }

    /** Every packet of every node's VIPs, and every packet of a backend of each, is in one piece of its past. */
    private void assertNothingIsLost(List<Long> before, List<Long> ofBackends, List<Piece> told) {
        for (int i = 0; i < NODES; i++) {
            BusyNode node = nodes.get(i);
            assertThat(packets(told, node.id)).isEqualTo(node.packets() - before.get(i));
            assertThat(packets(told, node.backend(7))).isEqualTo(node.packetsOf(7) - ofBackends.get(i));
            assertThat(told.stream()
                            .filter(piece -> piece.series().equals(node.id))
                            .mapToLong(Piece::covered)
                            .sum())
                    .isEqualTo(Duration.ofMinutes(MINUTES).toMillis());
        }
    }

    private static long packets(List<Piece> told, UUID series) {
        return told.stream()
                .filter(piece -> piece.series().equals(series))
                .mapToLong(piece -> piece.amounts().packets())
                .sum();
    }

    private void digest(Instant at) {
        for (BusyNode node : nodes) {
            byte[] content = node.digest(at.toEpochMilli());
            long begun = System.nanoTime();
            intake.accept(new Told.Whole(reports.whole(node.id, content, at)), content);
            nanosOfIntake += System.nanoTime() - begun;
            digests++;
        }
    }

    private void register(BusyNode node) {
        jdbc.sql("""
                with home as (insert into node_group (id, name, hash_key, created_at, updated_at, version, labels)
                  values (:id, :name, decode(repeat('00', 16), 'hex'), now(), now(), 0, '{}') returning id)
                insert into node (id, name, node_group_id, addresses, created_at, updated_at, version, labels)
                select :id, :name, home.id, '{}', now(), now(), 0, '{}' from home
                """).param("id", node.id).param("name", "busy-" + node.id).update();
    }

    private long log() {
        return jdbc.sql("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")
                .query(Long.class)
                .single();
    }

    private void checkpoint() throws SQLException {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private void write(long minutes, long hours, double rate) throws IOException {
        Path file = Files.createDirectories(Path.of("target", "evidence")).resolve("history.md");
        Files.writeString(
                file,
                String.format(
                        Locale.ROOT,
                        """
                ## An hour of %,d VIPs and %,d backends, all busy, at %d nodes

                | | |
                |---|---|
                | digests sent, one of each node every 10 s of a fast-forwarded clock | %,d |
                | packets of digests that are missing in the ten seconds, or in the minutes | 0 |
                | write-ahead log of the minutes, as they come | %.2f MB a second |
                | write-ahead log of rolling the hour up | %.2f MB a second of the hour |
                | both; at most 2 | %.2f MB a second |
                | taking a digest in, reading it and the old table included | %.1f ms |

                Checkpoints are forced every five minutes of the fast-forwarded clock, so that full pages are logged as often
                as they would be.
                """,
                        VIPS,
                        BACKENDS,
                        NODES,
                        digests,
                        minutes / 3_600e6,
                        hours / 3_600e6,
                        rate / 1e6,
                        nanosOfIntake / 1e6 / digests));
    }
}
