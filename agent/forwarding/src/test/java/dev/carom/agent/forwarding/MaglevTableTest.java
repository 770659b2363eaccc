package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.HashKey;
import dev.carom.agent.forwarding.MaglevTable.Member;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class MaglevTableTest {
    private static final HashKey KEY = new HashKey(0x0001020304050607L, 0x08090a0b0c0d0e0fL);

    @Property(tries = 200)
    void sharesAreWithinThreeSlotsOfTheWeights(@ForAll("pools") List<Member> pool) {
        assertFairShares(pool);
    }

    @Property(tries = 30)
    void whileABackendRampsItsShareFollowsItsWeightAndHardlyAnythingElseMoves(
            @ForAll("pools") List<Member> pool, @ForAll("indexes") int index) {
        int ramping = index % pool.size();
        MaglevTable before = table(with(pool, ramping, 1));
        for (int tenths = 2; tenths <= 10; tenths++) {
            List<Member> now = with(pool, ramping, tenths);
            assertFairShares(now);
            MaglevTable after = table(now);
            long moved = slots().filter(slot -> before.candidateAt(slot) != after.candidateAt(slot))
                    .filter(slot -> after.candidateAt(slot) != ramping)
                    .count();
            assertThat((double) moved / MaglevTable.SIZE).isLessThanOrEqualTo(0.01);
        }
    }

    private static List<Member> with(List<Member> pool, int ramping, int tenths) {
        return IntStream.range(0, pool.size())
                .mapToObj(i -> new Member(pool.get(i).id(), pool.get(i).weight() * (i == ramping ? tenths : 10)))
                .toList();
    }

    @Property(tries = 50)
    void everySlotComesUpOnceInEveryPermutation(@ForAll("pools") List<Member> pool) {
        SlotPermutation permutation = SlotPermutation.of(pool.getFirst().id(), new SipHash(KEY));
        assertThat(slots().map(permutation::slot).distinct().count()).isEqualTo(MaglevTable.SIZE);
    }

    @Test
    void aTableThatIsAskedForAgainIsTheSame() {
        MaglevTables tables = new MaglevTables();
        List<Member> pool = pool(new Random(42), 3);
        tables.begin();
        MaglevTable first = tables.of(pool, KEY);
        tables.begin();
        assertThat(tables.of(List.copyOf(pool), KEY)).isSameAs(first);
        assertThat(tables.of(pool, new HashKey(1, 2))).isNotSameAs(first);
        tables.begin();
        tables.begin();
        assertThat(tables.of(pool, KEY)).isNotSameAs(first);
    }

    @Property(tries = 5)
    void sharesOfAThousandAreWithinThreeSlotsToo(@ForAll Random random) {
        assertFairShares(pool(random, 1_000));
    }

    private static List<Member> pool(Random random, int size) {
        return IdOrder.sorted(
                IntStream.range(0, size)
                        .mapToObj(i ->
                                new Member(new UUID(random.nextLong(), random.nextLong()), 1 + random.nextInt(256)))
                        .toList(),
                Member::id);
    }

    private static void assertFairShares(List<Member> pool) {
        MaglevTable table = table(pool);
        double total = pool.stream().mapToInt(Member::weight).sum();
        int[] shares = new int[pool.size()];
        slots().forEach(slot -> shares[table.candidateAt(slot)]++);
        for (int i = 0; i < shares.length; i++) {
            double fair = pool.get(i).weight() * MaglevTable.SIZE / total;
            assertThat((double) shares[i]).isBetween(Math.max(1, fair - 3), Math.max(1, fair + 3));
        }
    }

    private static IntStream slots() {
        return IntStream.range(0, MaglevTable.SIZE);
    }

    private static MaglevTable table(List<Member> pool) {
        return MaglevTable.of(pool, new SipHash(KEY));
    }

    @Provide
    Arbitrary<Integer> indexes() {
        return Arbitraries.integers().between(0, 99);
    }

    @Provide
    Arbitrary<List<Member>> pools() {
        Arbitrary<UUID> ids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        Arbitrary<Integer> weights = Arbitraries.oneOf(Arbitraries.integers().between(1, 256), Arbitraries.of(1, 256));
        return Combinators.combine(ids, weights)
                .as(Member::new)
                .list()
                .uniqueElements(Member::id)
                .ofMinSize(1)
                .ofMaxSize(100)
                .map(pool -> IdOrder.sorted(pool, Member::id));
    }
}
