package dev.carom.agent.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.forwarding.ForwarderCounters.VipCount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficMemoryTest {
    private static final UUID VIP = new UUID(2, 1);
    private static final UUID BACKEND = new UUID(5, 1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private DataPathCounters counters = DataPathCounters.NONE;
    private long nanos = Long.MAX_VALUE - 5_000_000_000L;
    private final TrafficMemory memory = memory(TrafficMemory.MOST_BYTES);

    @Test
    void eachSecondIsWhatWasDoneInIt() {
        look(counted(100, 3));
        look(counted(170, 5));
        look(counted(170, 5));
        look(counted(180, 4));
        assertThat(memory.recall(VIP))
                .containsExactly(
                        new Moment(Duration.ofSeconds(2), SECOND, 70, 7_000, 7, OptionalLong.empty()),
                        new Moment(SECOND, SECOND, 0, 0, 0, OptionalLong.empty()),
                        new Moment(Duration.ZERO, SECOND, 10, 1_000, 1, OptionalLong.empty()));
        assertThat(memory.recall(BACKEND))
                .extracting(Moment::flows)
                .containsExactly(OptionalLong.of(5), OptionalLong.of(5), OptionalLong.of(4));
    }

    @Test
    void whatWasNotThereYetIsNotToldOfAsIdle() {
        look(DataPathCounters.NONE);
        look(DataPathCounters.NONE);
        look(counted(100, 3));
        look(counted(101, 3));
        assertThat(memory.recall(VIP)).extracting(Moment::packets).containsExactly(1L);
        look(DataPathCounters.NONE);
        assertThat(memory.recall(VIP)).as("it is gone").isEmpty();
        assertThat(memory.recall(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aCounterThatBeganAnewIsNotNegative() {
        look(counted(1_000, 3));
        look(counted(7, 1));
        assertThat(memory.recall(VIP)).extracting(Moment::packets).containsExactly(7L);
    }

    @Test
    void fifteenMinutesAreKeptAndNoMore() {
        for (int i = 0; i <= 1_000; i++) {
            look(counted(i, 1));
        }
        List<Moment> kept = memory.recall(VIP);
        assertThat(kept).hasSize(900).allMatch(moment -> moment.packets() == 1);
        assertThat(kept.getFirst().ago()).isEqualTo(TrafficMemory.KEPT.minusSeconds(1));
    }

    @Test
    void memoryIsBoundedHoweverManySeriesAreBusy() {
        TrafficMemory small = memory(100_000);
        for (int i = 0; i < 200; i++) {
            counters = busy(i);
            nanos += SECOND.toNanos();
            small.look();
        }
        List<Moment> kept = small.recall(new UUID(2, 7));
        assertThat(kept).hasSizeBetween(10, 20).allMatch(moment -> moment.packets() == 40);
        assertThat(kept.getLast().ago()).isZero();
    }

    private static DataPathCounters busy(int second) {
        return counters(
                IntStream.range(0, 700)
                        .mapToObj(vip -> new VipCount(new UUID(2, vip), second * 40L, second * 4_000L, second * 3L))
                        .toList(),
                List.of());
    }

    private TrafficMemory memory(long mostBytes) {
        return new TrafficMemory(() -> counters, () -> nanos, mostBytes);
    }

    private void look(DataPathCounters now) {
        counters = now;
        nanos += SECOND.toNanos();
        memory.look();
    }

    private static DataPathCounters counted(long packets, long flows) {
        return counters(
                List.of(new VipCount(VIP, packets, packets * 100, packets / 10)),
                List.of(new BackendCount(BACKEND, packets, packets * 100, packets / 10, flows, 0, 0)));
    }

    private static DataPathCounters counters(List<VipCount> vips, List<BackendCount> backends) {
        return new DataPathCounters(Map.of(), vips, List.of(), backends, 0, DataPathCounters.NONE.engine());
    }
}
