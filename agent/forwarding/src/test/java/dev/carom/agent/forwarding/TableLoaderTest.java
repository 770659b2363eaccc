package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.forwarding.golden.GoldenTable;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TableLoaderTest {
    private static final ForwardingTable TWO = table("two-backends-v4");
    private static final ForwardingTable SECOND_ONLY = table("backend2-only-v4");
    private static final ForwardingTable THREE = table("three-backends-v4");

    @Test
    void aBackendKeepsItsNumberFromTableToTable() {
        TableLoader loader = new TableLoader();
        LoadedTable first = loader.load(TWO, loader.last());
        LoadedTable second = loader.load(SECOND_ONLY, first);
        UUID backend = SECOND_ONLY.backend(0).id();
        assertThat(second.backendState(second.slotOf(0)).id).isEqualTo(backend);
        int slot = second.slotOf(0);
        assertThat(first.backendState(slot)).isSameAs(second.backendState(slot));
        assertThat(second.backendOf(1 - slot)).isEqualTo(LoadedTable.DEPARTED);
    }

    @Test
    void aNumberIsGivenAgainOnlyWhenNoTableAndNoFlowHasIt() {
        TableLoader loader = new TableLoader();
        LoadedTable first = loader.load(TWO, loader.last());
        int gone = slotOfFirstBackend(first);
        first.backendState(gone).flows.increment();
        LoadedTable second = loader.load(SECOND_ONLY, first);
        LoadedTable third = loader.load(SECOND_ONLY, second);
        assertThat(third.backends().get(gone)).isNotNull();
        third.backendState(gone).flows.decrement();
        LoadedTable fourth = loader.load(SECOND_ONLY, third);
        assertThat(fourth.backends().get(gone)).isNull();
    }

    @Test
    void aNumberInTheTableStillDecidedByIsNotFreed() {
        TableLoader loader = new TableLoader();
        LoadedTable first = loader.load(TWO, loader.last());
        loader.load(SECOND_ONLY, first);
        LoadedTable third = loader.load(SECOND_ONLY, first);
        assertThat(third.backends().get(slotOfFirstBackend(first))).isNotNull();
    }

    @Test
    void countersOutliveTheTable() {
        try (Arena arena = Arena.ofConfined();
                Forwarder forwarder = new Forwarder(ForwarderSettings.defaults().withFlowCapacity(16))) {
            MemorySegment frame = arena.allocate(TestFrames.LENGTH);
            forwarder.apply(TWO);
            assertThat(forwarder.adopted()).isSameAs(ForwardingTable.EMPTY);
            TestFrames.tcp(frame, 0x0b00_0001, 40_000, TestFrames.SYN, 1);
            Verdict.Forward verdict = (Verdict.Forward) forwarder.decide(frame, 0, 1);
            assertThat(forwarder.adopted()).isSameAs(TWO);
            forwarder.apply(THREE);
            assertThat(forwarder.counters().backends())
                    .hasSize(3)
                    .contains(new BackendCount(verdict.backend(), 1, TestFrames.LENGTH, 1, 1, 0, 0));
            assertThat(forwarder.counters().vips())
                    .filteredOn(vip -> vip.packets() > 0)
                    .extracting(ForwarderCounters.VipCount::bytes)
                    .isEqualTo(List.of((long) TestFrames.LENGTH));
            assertThat(forwarder.counters().listeners())
                    .filteredOn(listener -> listener.packets() > 0)
                    .extracting(ForwarderCounters.ListenerCount::bytes, ForwarderCounters.ListenerCount::newFlows)
                    .containsExactly(tuple((long) TestFrames.LENGTH, 1L));
            forwarder.expire(2);
            assertThat(forwarder.adopted()).isSameAs(THREE);
        }
    }

    private static int slotOfFirstBackend(LoadedTable loaded) {
        UUID kept = SECOND_ONLY.backend(0).id();
        return loaded.backendState(0).id.equals(kept) ? 1 : 0;
    }

    private static ForwardingTable table(String name) {
        GoldenTable golden = GoldenTable.read("tables/" + name + ".yaml");
        return ForwardingTableCompiler.compile(golden.desired(), golden.view()).table();
    }
}
