package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.Pool;
import dev.carom.agent.forwarding.ForwardingTableCompiler.Compilation;
import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.forwarding.golden.GoldenTable;
import dev.carom.agent.packet.IpAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ForwardingTableCompilerTest {
    private static final GoldenTable GOLDEN = GoldenTable.read("tables/three-weights-v4.yaml");

    @Property(tries = 50)
    void isAPureFunctionWhateverTheOrderOfTheLists(@ForAll long seed) {
        DesiredState desired = GOLDEN.desired();
        Random random = new Random(seed);
        DesiredState shuffled = new DesiredState(
                desired.nodeGroup(),
                desired.hashKey(),
                desired.networks(),
                shuffle(desired.vips(), random),
                shuffle(desired.listeners(), random),
                desired.pools().stream()
                        .map(pool -> withBackends(pool, shuffle(pool.backends(), random)))
                        .toList(),
                desired.monitors(),
                desired.virtualRouters(),
                shuffle(desired.nodes(), random));
        ForwardingTable once = compile(desired).table();
        ForwardingTable again = compile(shuffled).table();
        assertThat(again.describe()).isEqualTo(once.describe());
        assertThat(again.contentHash()).isEqualTo(once.contentHash());
    }

    @Test
    void healthChangesTheContentHash() {
        GoldenTable other = GoldenTable.read("tables/backend1-draining-v4.yaml");
        GoldenTable same = GoldenTable.read("tables/two-backends-v4.yaml");
        assertThat(hash(other)).isNotEqualTo(hash(same)).hasSize(64);
    }

    @Test
    void leavesOutABackendThatIsAVipANodeOrElsewhereAndNamesIt() {
        List<String> bad = List.of("10.0.0.100", "10.0.0.3", "10.9.9.9");
        List<String> codes = List.of("BACKEND_IS_VIP", "BACKEND_IS_NODE", "BACKEND_OUTSIDE_NETWORKS");
        for (int i = 0; i < bad.size(); i++) {
            IpAddress address = IpAddress.parse(bad.get(i));
            Compilation compilation = compile(changeFirstBackend(backend -> at(backend, address)));
            assertThat(compilation.errors()).extracting(ResourceError::code).containsExactly(codes.get(i));
            assertThat(compilation.errors().getFirst().resource())
                    .isEqualTo("backends/" + firstBackend().id());
            assertThat(compilation.table().backendCount()).isEqualTo(2);
            assertThat(compilation.table().ownedVips()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "1, true", "256, true", "257, false"})
    void weightsAreFrom0To256(int weight, boolean stands) {
        Compilation compilation = compile(changeFirstBackend(backend -> weighing(backend, weight)));
        assertThat(compilation.table().backendCount()).isEqualTo(stands ? 3 : 2);
        assertThat(compilation.errors().stream().map(ResourceError::code).toList())
                .isEqualTo(stands ? List.of() : List.of("WEIGHT_OUT_OF_RANGE"));
    }

    @Test
    void leavesOutAListenerOfAPoolThatIsNotThere() {
        DesiredState desired = withPools(List.of());
        assertThat(compile(desired).errors())
                .extracting(ResourceError::code)
                .containsOnly("POOL_UNKNOWN")
                .hasSize(desired.listeners().size());
    }

    @Test
    void saysWhenADrainEnds() {
        Instant deadline = Instant.EPOCH.plusSeconds(60);
        DesiredState desired = changeFirstBackend(backend -> new Backend(
                backend.id(),
                backend.name(),
                backend.address(),
                backend.mac(),
                backend.weight(),
                DesiredState.AdminState.DRAINING,
                Optional.of(deadline),
                backend.kind(),
                backend.forwardsForOthers()));
        assertThat(compile(desired).staleAt()).contains(deadline);
        assertThat(compile(GOLDEN.desired()).staleAt()).isEmpty();
    }

    @Test
    void ownedVipsAreThoseOfTheView() {
        ForwardingTable table = compile(GOLDEN.desired()).table();
        assertThat(table.vips())
                .extracting(vip -> vip.address().toString())
                .containsExactly("10.0.0.100", "10.0.0.101");
        assertThat(table.ownedVips())
                .extracting(ForwardingTable.VipSummary::name)
                .containsExactly("web");
        assertThat(table.vip(IpAddress.parse("10.0.0.100"))).isPresent();
        assertThat(table.vip(IpAddress.parse("10.0.0.102"))).isEmpty();
    }

    private static Compilation compile(DesiredState desired) {
        return ForwardingTableCompiler.compile(desired, GOLDEN.view());
    }

    private static String hash(GoldenTable golden) {
        return ForwardingTableCompiler.compile(golden.desired(), golden.view())
                .table()
                .contentHash();
    }

    private static Backend firstBackend() {
        return GOLDEN.desired().pools().getFirst().backends().getFirst();
    }

    private static DesiredState changeFirstBackend(UnaryOperator<Backend> change) {
        Pool pool = GOLDEN.desired().pools().getFirst();
        List<Backend> backends = new ArrayList<>(pool.backends());
        backends.set(0, change.apply(backends.getFirst()));
        return withPools(List.of(withBackends(pool, backends)));
    }

    private static DesiredState withPools(List<Pool> pools) {
        DesiredState desired = GOLDEN.desired();
        return new DesiredState(
                desired.nodeGroup(),
                desired.hashKey(),
                desired.networks(),
                desired.vips(),
                desired.listeners(),
                pools,
                desired.monitors(),
                desired.virtualRouters(),
                desired.nodes());
    }

    private static Pool withBackends(Pool pool, List<Backend> backends) {
        return new Pool(
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
                pool.monitor(),
                backends);
    }

    private static Backend at(Backend backend, IpAddress address) {
        return new Backend(
                backend.id(),
                backend.name(),
                address,
                backend.mac(),
                backend.weight(),
                backend.state(),
                backend.drainDeadline(),
                backend.kind(),
                backend.forwardsForOthers());
    }

    private static Backend weighing(Backend backend, int weight) {
        return new Backend(
                backend.id(),
                backend.name(),
                backend.address(),
                backend.mac(),
                weight,
                backend.state(),
                backend.drainDeadline(),
                backend.kind(),
                backend.forwardsForOthers());
    }

    private static <T> List<T> shuffle(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
