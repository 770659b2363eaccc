package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.ForwarderCounters.ListenerCount;
import dev.carom.agent.forwarding.golden.GoldenTable;
import dev.carom.agent.packet.Wire;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reaches a listener is counted for it alone, from table to table. */
final class ListenerCountersTest {
    private static final int CLIENT = 0x0b00_0001;

    @Test
    void packetsBytesNewFlowsAndDropsAreTheListenersOwn() {
        try (Arena arena = Arena.ofConfined();
                Forwarder forwarder = new Forwarder(ForwarderSettings.defaults().withFlowCapacity(16))) {
            MemorySegment frame = arena.allocate(TestFrames.LENGTH);
            forwarder.apply(table("two-backends-v4"));
            TestFrames.tcp(frame, CLIENT, 40_000, TestFrames.SYN, 1);
            forwarder.decide(frame, 0, 1);
            TestFrames.tcp(frame, CLIENT, 40_000, TestFrames.ACK, 2);
            forwarder.decide(frame, 0, 2);
            ListenerCount web = busy(forwarder);
            assertThat(web).isEqualTo(new ListenerCount(web.listener(), 2, 2 * TestFrames.LENGTH, 1, 0));

            forwarder.apply(table("listener-disabled-v4"));
            TestFrames.tcp(frame, CLIENT, 40_000, TestFrames.ACK, 3);
            assertThat(forwarder.decide(frame, 0, 3)).isInstanceOf(Verdict.Drop.class);
            assertThat(busy(forwarder)).isEqualTo(new ListenerCount(web.listener(), 2, 2 * TestFrames.LENGTH, 1, 1));
        }
    }

    @Test
    void whatReachesNoListenerIsNobodys() {
        try (Arena arena = Arena.ofConfined();
                Forwarder forwarder = new Forwarder(ForwarderSettings.defaults().withFlowCapacity(16))) {
            MemorySegment frame = arena.allocate(TestFrames.LENGTH);
            forwarder.apply(table("two-backends-v4"));
            TestFrames.tcp(frame, CLIENT, 40_000, TestFrames.SYN, 1);
            forwarder.decide(frame, 0, 1);
            frame.fill((byte) 0xff);
            forwarder.decide(frame, 0, 2);
            TestFrames.tcp(frame, CLIENT, 40_001, TestFrames.SYN, 1);
            Wire.put16(frame, 36, 81);
            assertThat(forwarder.decide(frame, 0, 3)).isInstanceOf(Verdict.Drop.class);
            assertThat(busy(forwarder).dropped()).isZero();
            assertThat(busy(forwarder).packets()).isEqualTo(1);
        }
    }

    private static ListenerCount busy(Forwarder forwarder) {
        List<ListenerCount> busy = forwarder.counters().listeners().stream()
                .filter(listener -> listener.packets() > 0)
                .toList();
        assertThat(busy).hasSize(1);
        return busy.getFirst();
    }

    private static ForwardingTable table(String name) {
        GoldenTable golden = GoldenTable.read("tables/" + name + ".yaml");
        return ForwardingTableCompiler.compile(golden.desired(), golden.view()).table();
    }
}
