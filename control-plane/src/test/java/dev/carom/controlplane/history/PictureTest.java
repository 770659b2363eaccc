package dev.carom.controlplane.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static final UUID SERIES = new UUID(2, 1);
    private static final Instant FROM = Instant.parse("2026-11-23T12:00:00Z");
    private static final SeriesRange RANGE = new SeriesRange(FROM, FROM.plusSeconds(40), 10);

    @Test
    void whatNobodyToldOfIsAGapAndNoZero() {
        List<SeriesPoint> points = Picture.points(List.of(piece(SERIES, ONE, 10, 7)), RANGE);
        assertThat(points).hasSize(4);
        assertThat(points.get(0)).isEqualTo(new SeriesPoint(FROM.plusSeconds(10), 0, 0, null, null, null, null));
        assertThat(points.get(1)).isEqualTo(new SeriesPoint(FROM.plusSeconds(20), 1, 10_000, 7L, 700L, 1L, null));
        assertThat(points.get(2).packets()).isNull();
    }

    @Test
    void nodesAddUpAndSoDoRowsOfOneNode() {
        Piece half = new Piece(SERIES, ONE, FROM, 10_000, 4_000, new Amounts(1, 10, 0, 3L));
        Piece rest = new Piece(SERIES, ONE, FROM, 10_000, 6_000, new Amounts(2, 20, 1, 4L));
        Piece peer = new Piece(SERIES, OTHER, FROM, 10_000, 10_000, new Amounts(5, 50, 2, 6L));
        assertThat(Picture.points(List.of(half, rest, peer), RANGE).getFirst())
                .isEqualTo(new SeriesPoint(FROM.plusSeconds(10), 2, 10_000, 8L, 80L, 3L, 10L));
    }

    @Test
    void aCoarserStepHoldsWhatItsPiecesHold() {
        SeriesRange minute = new SeriesRange(FROM, FROM.plusSeconds(60), 60);
        List<Piece> pieces = List.of(piece(SERIES, ONE, 0, 1), piece(SERIES, ONE, 30, 2), piece(SERIES, ONE, 50, 4));
        assertThat(Picture.points(pieces, minute))
                .containsExactly(new SeriesPoint(FROM.plusSeconds(60), 1, 30_000, 7L, 700L, 3L, null));
    }

    @Test
    void anIdleBackendHadNothingWhereItsNodeToldOfItself() {
        List<Piece> told = List.of(
                piece(ONE, ONE, 0, 100), piece(ONE, ONE, 10, 100), piece(ONE, ONE, 20, 100), piece(SERIES, ONE, 20, 9));
        List<SeriesPoint> points = Picture.points(Picture.withIdleTimes(SERIES, FROM.plusSeconds(10), told), RANGE);
        assertThat(points.get(0).packets()).as("there was no such backend").isNull();
        assertThat(points.get(1).packets()).as("idle").isZero();
        assertThat(points.get(1).flows()).isZero();
        assertThat(points.get(2).packets()).isEqualTo(9);
        assertThat(points.get(3).packets()).as("the node said nothing").isNull();
    }

    private static Piece piece(UUID series, UUID node, int second, long packets) {
        return new Piece(
                series, node, FROM.plusSeconds(second), 10_000, 10_000, new Amounts(packets, packets * 100, 1, null));
    }
}
