package dev.carom.controlplane.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.command.Recollection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NodeMemoriesTest {
    private static final UUID VIP = UUID.randomUUID();
    private static final UUID NODE = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:02.500Z");

    @Test
    void secondsOfANodeAreSharedOutOverThoseOfTheClock() {
        List<Piece> pieces = NodeMemories.pieces(
                VIP,
                NODE,
                new Recollection(List.of(
                        second(Duration.ofSeconds(1), Duration.ofSeconds(1), 10),
                        second(Duration.ZERO, Duration.ofSeconds(1), 30))),
                NOW);
        SeriesRange range = new SeriesRange(Instant.parse("2026-11-23T12:00:00Z"), NOW.plusMillis(500), 1);
        List<SeriesPoint> points = Picture.points(pieces, range);
        assertThat(points).extracting(SeriesPoint::packets).containsExactly(5L, 20L, 15L);
        assertThat(points).extracting(SeriesPoint::coveredMs).containsExactly(500L, 1_000L, 500L);
    }

    @Test
    void aNodeThatStoodStillLeavesAGap() {
        Recollection kept = new Recollection(List.of(second(Duration.ZERO, Duration.ofSeconds(60), 1_000)));
        assertThat(NodeMemories.pieces(VIP, NODE, kept, NOW)).isEmpty();
    }

    private static Recollection.Second second(Duration ago, Duration length, long packets) {
        return new Recollection.Second(ago, length, packets, packets * 100, 0, null);
    }
}
