package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.forwarding.DesiredState.Pool;
import dev.carom.agent.forwarding.golden.GoldenTable;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A backend that is removed from the configuration takes its own flows along, and none of the others'. */
final class RemovalTest {
    private static final GoldenTable GOLDEN = GoldenTable.read("tables/two-backends-v4.yaml");
    private static final int FLOWS = 500;

    @Property(tries = 100)
    void noRememberedFlowOfTheOthersMoves(
            @ForAll @Size(min = 2, max = 100) List<@IntRange(min = 1, max = 256) Integer> weights,
            @ForAll @IntRange(max = 99) int index) {
        List<Backend> backends = backends(weights);
        Backend gone = backends.get(index % backends.size());
        List<Backend> rest = new ArrayList<>(backends);
        rest.remove(gone);
        try (Arena arena = Arena.ofConfined();
                Forwarder forwarder = new Forwarder(ForwarderSettings.defaults().withFlowCapacity(FLOWS))) {
            MemorySegment frame = arena.allocate(TestFrames.LENGTH);
            forwarder.apply(table(backends));
            List<UUID> before = send(forwarder, frame, TestFrames.SYN, 1);
            forwarder.apply(table(rest));
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

    private static List<Backend> backends(List<Integer> weights) {
        return IntStream.range(0, weights.size())
                .mapToObj(i -> new Backend(
                        new UUID(i * 0x9e37_79b9_7f4a_7c15L, i),
                        "backend" + i,
                        IpAddress.ofIpv4(0x0a00_00c8 - i),
                        Optional.of(new MacAddress(0x0200_0000_0200L + i)),
                        weights.get(i),
                        AdminState.ENABLED,
                        Optional.empty(),
                        BackendKind.LOOPBACK,
                        false))
                .filter(backend -> !backend.address().equals(IpAddress.parse("10.0.0.100"))
                        && !backend.address().equals(IpAddress.parse("10.0.0.101")))
                .toList();
    }

    private static ForwardingTable table(List<Backend> backends) {
        DesiredState golden = GOLDEN.desired();
        Pool pool = golden.pools().getFirst();
        Pool unmonitored = new Pool(
                pool.id(),
                pool.name(),
                pool.algorithm(),
                pool.affinity(),
                pool.allDownPolicy(),
                pool.fallbackPool(),
                pool.onBackendDown(),
                pool.panicThresholdPercent(),
                pool.drainTimeout(),
                pool.slowStart(),
                Optional.empty(),
                backends);
        DesiredState desired = new DesiredState(
                golden.nodeGroup(),
                golden.hashKey(),
                golden.networks(),
                golden.vips(),
                golden.listeners(),
                List.of(unmonitored),
                List.of(),
                List.of(),
                golden.nodes());
        return ForwardingTableCompiler.compile(desired, GOLDEN.view()).table();
    }
}
