package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.golden.GoldenTable;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many flows a draining backend still has is told while it drains. */
final class DrainTest {
    private static final UUID DRAINING = GoldenTable.id("backends", "backend1");
    private static final int FLOWS = 100;
    private static final long SECOND = 1_000_000_000L;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment frame = arena.allocate(TestFrames.LENGTH);
    private final Forwarder forwarder =
            new Forwarder(ForwarderSettings.defaults().withFlowCapacity(1 << 10));

    @AfterEach
    void close() {
        forwarder.close();
        arena.close();
    }

    @Test
    void remainingFlowsAreCountedDownAsTheirClientsLeave() {
        apply("two-backends-v4", 0);
        Map<Integer, UUID> began = send(TestFrames.SYN, 1, 0);
        long before = remaining();
        assertThat(before).isEqualTo(countOf(began)).isPositive();

        apply("backend1-draining-v4", 1);
        assertThat(send(TestFrames.ACK, 2, 1)).isEqualTo(began);
        assertThat(remaining()).isEqualTo(before);

        int left = began.entrySet().stream()
                .filter(flow -> flow.getValue().equals(DRAINING))
                .findFirst()
                .orElseThrow()
                .getKey();
        decide(left, TestFrames.ACK | 1, 3, 2);
        forwarder.expire(32 * SECOND);
        assertThat(remaining()).isEqualTo(before - 1);
    }

    @Test
    void atTheDeadlineNoneRemainsWhoseClientGoesOn() {
        apply("two-backends-v4", 0);
        Map<Integer, UUID> began = send(TestFrames.SYN, 1, 0);
        send(TestFrames.ACK, 2, 20);
        apply("backend1-drain-until-60s-v4", 59);
        assertThat(send(TestFrames.ACK, 3, 59)).isEqualTo(began);
        assertThat(remaining()).isPositive();
        apply("backend1-drain-until-60s-v4", 60);
        assertThat(send(TestFrames.ACK, 4, 60)).doesNotContainValue(DRAINING);
        assertThat(remaining()).isZero();
    }

    private void apply(String name, long second) {
        GoldenTable golden = GoldenTable.read("tables/" + name + ".yaml").at(Instant.ofEpochSecond(second));
        forwarder.apply(
                ForwardingTableCompiler.compile(golden.desired(), golden.view()).table());
    }

    private Map<Integer, UUID> send(int flags, int sequence, long second) {
        Map<Integer, UUID> backends = new HashMap<>();
        IntStream.range(0, FLOWS).forEach(flow -> backends.put(flow, decide(flow, flags, sequence, second)));
        return backends;
    }

    private UUID decide(int flow, int flags, int sequence, long second) {
        TestFrames.tcp(frame, 0x0b00_0001 + flow, 40_000, flags, sequence);
        return ((Verdict.Forward) forwarder.decide(frame, 0, second * SECOND)).backend();
    }

    private long remaining() {
        return forwarder.counters().backends().stream()
                .filter(count -> count.backend().equals(DRAINING))
                .mapToLong(ForwarderCounters.BackendCount::flows)
                .sum();
    }

    private static long countOf(Map<Integer, UUID> flows) {
        return flows.values().stream().filter(DRAINING::equals).count();
    }
}
