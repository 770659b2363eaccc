package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.Backend;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A backend that is removed from the configuration takes its own flows along, and none of the others'. */
final class RemovalTest {
    private static final int FLOWS = 500;

    @Property(tries = 100)
    void noRememberedFlowOfTheOthersMoves(
            @ForAll @Size(min = 2, max = 100) List<@IntRange(min = 1, max = 256) Integer> weights,
            @ForAll Random random) {
        List<Backend> backends = TestPools.backends(weights, random);
        Backend gone = backends.get(random.nextInt(backends.size()));
        List<Backend> rest = new ArrayList<>(backends);
        rest.remove(gone);
        try (Arena arena = Arena.ofConfined();
                Forwarder forwarder = new Forwarder(ForwarderSettings.defaults().withFlowCapacity(FLOWS))) {
            MemorySegment frame = arena.allocate(TestFrames.LENGTH);
            forwarder.apply(TestPools.table(backends));
            List<UUID> before = send(forwarder, frame, TestFrames.SYN, 1);
            forwarder.apply(TestPools.table(rest));
            List<UUID> after = send(forwarder, frame, TestFrames.ACK, 2);
            assertThat(IntStream.range(0, FLOWS)
                            .filter(flow -> !before.get(flow).equals(gone.id()))
                            .filter(flow -> !before.get(flow).equals(after.get(flow))))
                    .isEmpty();
            assertThat(after).doesNotContain(gone.id());
        }
    }

    private static List<UUID> send(Forwarder forwarder, MemorySegment frame, int flags, int sequence) {
        List<UUID> backends = new ArrayList<>();
        for (int flow = 0; flow < FLOWS; flow++) {
            TestFrames.tcp(frame, 0x0b00_0001 + flow, 40_000, flags, sequence);
            backends.add(((Verdict.Forward) forwarder.decide(frame, 0, sequence * 1_000_000L)).backend());
        }
        return backends;
    }
}
