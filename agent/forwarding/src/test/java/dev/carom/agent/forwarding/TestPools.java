package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.BackendKind;
import dev.carom.agent.forwarding.DesiredState.Pool;
import dev.carom.agent.forwarding.golden.GoldenTable;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** The golden packets' VIP with other pools behind it. */
final class TestPools {
    private static final GoldenTable GOLDEN = GoldenTable.read("tables/two-backends-v4.yaml");

    private TestPools() {}

    /** One of each weight, with ids at random. */
    static List<Backend> backends(List<Integer> weights, Random random) {
        return IntStream.range(0, weights.size())
                .mapToObj(i -> new Backend(
                        new UUID(random.nextLong(), random.nextLong()),
                        "backend" + i,
                        IpAddress.parse("2001:db8::1:" + Integer.toHexString(i)),
                        Optional.of(new MacAddress(0x0200_0000_0200L + i)),
                        weights.get(i),
                        AdminState.ENABLED,
                        Optional.empty(),
                        BackendKind.LOOPBACK,
                        false))
                .toList();
    }

    static Backend in(AdminState state, Backend backend) {
        return new Backend(
                backend.id(),
                backend.name(),
                backend.address(),
                backend.mac(),
                backend.weight(),
                state,
                Optional.empty(),
                backend.kind(),
                backend.forwardsForOthers());
    }

    /** The first VIP's listeners lead to these backends, without a monitor. */
    static ForwardingTable table(List<Backend> backends) {
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
