package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How many new choices move with a backend that goes, by tables as nodes compile them: its own share, and hardly more. */
final class ShrinkingPoolTest {
    private static final double AT_MOST_A_HUNDRED = 0.01;
    private static final double AT_MOST_A_THOUSAND = 0.015;

    @Property(tries = 200)
    void deletedFromTheConfiguration(
            @ForAll @Size(min = 2, max = 100) List<@IntRange(min = 1, max = 256) Integer> weights,
            @ForAll Random random) {
        List<Backend> pool = TestPools.backends(weights, random);
        assertThat(movedBesideItsShare(pool, random.nextInt(pool.size()))).isLessThanOrEqualTo(AT_MOST_A_HUNDRED);
    }

    @Property(tries = 200)
    void deletedFromASmallPoolOfUnequals(
            @ForAll @Size(min = 2, max = 8) List<@IntRange(min = 1, max = 256) Integer> weights,
            @ForAll Random random) {
        List<Backend> pool = TestPools.backends(weights, random);
        assertThat(movedBesideItsShare(pool, random.nextInt(pool.size()))).isLessThanOrEqualTo(AT_MOST_A_HUNDRED);
    }

    @Property(tries = 15)
    void deletedFromAPoolOfUpToAThousand(@ForAll @IntRange(min = 101, max = 1_000) int size, @ForAll Random random) {
        List<Backend> pool = TestPools.backends(weights(size, random), random);
        assertThat(movedBesideItsShare(pool, random.nextInt(size))).isLessThanOrEqualTo(AT_MOST_A_THOUSAND);
    }

    @Test
    void oneByOneFromAHundredToTwo() {
        Random random = new Random(42);
        List<Backend> pool = new ArrayList<>(TestPools.backends(weights(100, random), random));
        while (pool.size() > 2) {
            int gone = random.nextInt(pool.size());
            assertThat(movedBesideItsShare(pool, gone)).isLessThanOrEqualTo(AT_MOST_A_HUNDRED);
            pool.remove(gone);
        }
    }

    @Property(tries = 50)
    void onceDrainedItsDeletionMovesNothing(
            @ForAll @Size(min = 2, max = 100) List<@IntRange(min = 1, max = 256) Integer> weights,
            @ForAll Random random) {
        List<Backend> pool = TestPools.backends(weights, random);
        int gone = random.nextInt(pool.size());
        List<Backend> drained = new ArrayList<>(pool);
        drained.set(gone, TestPools.in(AdminState.DRAINING, pool.get(gone)));
        assertThat(owners(drained)).isEqualTo(owners(without(pool, gone)));
    }

    /** As a part of all slots. */
    private static double movedBesideItsShare(List<Backend> pool, int gone) {
        List<UUID> before = owners(pool);
        List<UUID> after = owners(without(pool, gone));
        long moved = IntStream.range(0, MaglevTable.SIZE)
                .filter(slot -> !before.get(slot).equals(pool.get(gone).id()))
                .filter(slot -> !before.get(slot).equals(after.get(slot)))
                .count();
        return (double) moved / MaglevTable.SIZE;
    }

    private static List<UUID> owners(List<Backend> pool) {
        ForwardingTable table = TestPools.table(pool);
        Route route = table.vipEntries().stream()
                .map(VipEntry::tcp)
                .filter(ports -> ports.size() > 0)
                .findFirst()
                .orElseThrow()
                .listenerAt(0)
                .route();
        MaglevTable maglev = Objects.requireNonNull(route.maglev());
        return IntStream.range(0, MaglevTable.SIZE)
                .mapToObj(slot -> table.backend(route.candidates().get(maglev.candidateAt(slot)))
                        .id())
                .toList();
    }

    private static List<Backend> without(List<Backend> pool, int gone) {
        List<Backend> rest = new ArrayList<>(pool);
        rest.remove(gone);
        return rest;
    }

    private static List<Integer> weights(int size, Random random) {
        return random.ints(size, 1, 257).boxed().toList();
    }
}
