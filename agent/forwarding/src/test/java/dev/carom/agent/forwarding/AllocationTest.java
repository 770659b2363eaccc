package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.carom.agent.forwarding.golden.Frames;
import dev.carom.agent.forwarding.golden.GoldenTable;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deciding allocates nothing, whatever comes: frames of all the vectors of a table, good and bad, over and over. */
final class AllocationTest {
    private static final int WARM_UP_ROUNDS = 1_000;
    private static final int ROUNDS = 200;
    /** When compiled code is given up, the JVM may put an object on the heap for it: not in every window. */
    private static final int WINDOWS = 5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one-backend-v4",
                "two-backends-v4",
                "one-backend-v6",
                "two-backends-v6",
                "reject-v4",
                "round-robin-v4",
                "affinity-v4",
                "vlan-20-v4"
            })
    void decidingAllocatesNothing(String table) {
        GoldenTable golden = GoldenTable.read("tables/" + table + ".yaml");
        List<byte[]> frames = Frames.ofTable("tables/" + table + ".yaml");
        assertThat(frames).isNotEmpty();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Arena arena = Arena.ofConfined();
                Forwarder forwarder = new Forwarder(ForwarderSettings.defaults().withFlowCapacity(1 << 10))) {
            forwarder.apply(ForwardingTableCompiler.compile(golden.desired(), golden.view())
                    .table());
            MemorySegment[] segments = frames.stream()
                    .map(bytes -> arena.allocate(Math.max(1, bytes.length)).asSlice(0, bytes.length))
                    .toArray(MemorySegment[]::new);
            long now = decideAll(forwarder, segments, frames, 1_000_000_000L, WARM_UP_ROUNDS);
            long least = Long.MAX_VALUE;
            for (int window = 0; window < WINDOWS; window++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                now = decideAll(forwarder, segments, frames, now, ROUNDS);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertThat(least)
                    .as("bytes in %d decisions", ROUNDS * segments.length)
                    .isZero();
        }
    }

    private static long decideAll(
            Forwarder forwarder, MemorySegment[] segments, List<byte[]> frames, long start, int rounds) {
        long now = start;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < segments.length; i++) {
                byte[] bytes = frames.get(i);
                MemorySegment.copy(bytes, 0, segments[i], ValueLayout.JAVA_BYTE, 0, bytes.length);
                now += 20_000_000;
                Verdict verdict = forwarder.decide(segments[i], 0, now);
                while (verdict != null) {
                    verdict = forwarder.decideReleased(now);
                }
            }
            forwarder.expire(now);
        }
        return now;
    }
}
