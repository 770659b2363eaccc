package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.HashKey;
import dev.carom.agent.forwarding.MaglevTable.Member;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaglevTableTest {
    private static final HashKey KEY = new HashKey(0x0001020304050607L, 0x08090a0b0c0d0e0fL);

    @ParameterizedTest
    @CsvSource({"0, 251", "2, 251", "3, 509", "20, 2039", "81, 8191", "655, 65537", "1000, 65537"})
    void sizeIsTheSmallestPrimeOfAHundredSlotsEach(int backends, int size) {
        assertThat(MaglevTable.size(backends)).isEqualTo(size);
    }

    @Property(tries = 200)
    void sharesAreWithinThreeSlotsOfTheWeights(@ForAll("pools") List<Member> pool) {
        assertFairShares(pool);
    }

    @Property(tries = 200)
    void sharesOfThoseLeftAreWithinThreeSlotsToo(@ForAll("pools") List<Member> pool, @ForAll("indexes") int index) {
        if (pool.size() > 1) {
            assertFairShares(without(pool, index % pool.size()));
        }
    }

    @Property(tries = 200)
    void aBackendThatGoesMovesAtMostOnePerCentBesideItsOwnShare(
            @ForAll("pools") List<Member> pool, @ForAll("indexes") int index) {
        if (pool.size() > 1) {
            assertThat(movedBesideItsShare(pool, index % pool.size())).isLessThanOrEqualTo(0.01);
        }
    }

    @Test
    void oneOfAThousandMovesAtMostOneAndAHalfPerCentBesideItsOwnShare() {
        List<Member> pool = pool(new Random(42), 1_000);
        for (int gone : new int[] {0, 333, 999}) {
            assertThat(movedBesideItsShare(pool, gone)).isLessThanOrEqualTo(0.015);
        }
    }

    @Property(tries = 200)
    void whileABackendRampsItsShareFollowsItsWeightAndItKeepsWhatItHas(
            @ForAll("pools") List<Member> pool, @ForAll("indexes") int index) {
        int ramping = index % pool.size();
        MaglevTable before = table(with(pool, ramping, 1));
        for (int share = 2; share <= 10; share++) {
            List<Member> now = with(pool, ramping, share);
            assertFairShares(now);
            MaglevTable after = table(now);
            assertThat(IntStream.range(0, after.size())
                            .filter(slot -> before.candidateAt(slot) == ramping)
                            .filter(slot -> after.candidateAt(slot) != ramping))
                    .isEmpty();
        }
    }

    private static List<Member> with(List<Member> pool, int ramping, int tenths) {
        return IntStream.range(0, pool.size())
                .mapToObj(i -> new Member(
                        pool.get(i).id(),
                        pool.get(i).weight() * 10,
                        pool.get(i).weight() * (i == ramping ? tenths : 10)))
                .toList();
    }

    @Property(tries = 5)
    void sharesOfAThousandAreWithinThreeSlotsToo(@ForAll Random random) {
        assertFairShares(pool(random, 1_000));
    }

    private static List<Member> pool(Random random, int size) {
        return IdOrder.sorted(
                IntStream.range(0, size)
                        .mapToObj(i -> member(new UUID(random.nextLong(), random.nextLong()), 1 + random.nextInt(256)))
                        .toList(),
                Member::id);
    }

    private static void assertFairShares(List<Member> pool) {
        MaglevTable table = table(pool);
        List<Member> live = pool.stream().filter(Member::live).toList();
        double total = live.stream().mapToInt(Member::liveWeight).sum();
        int[] shares = shares(table, live.size());
        assertThat(Arrays.stream(shares).sum()).isEqualTo(table.size());
        for (int i = 0; i < shares.length; i++) {
            double fair = live.get(i).liveWeight() * table.size() / total;
            assertThat((double) shares[i]).isBetween(Math.max(1, fair - 3), Math.max(1, fair + 3));
        }
    }

    /** As a part of the whole table. */
    private static double movedBesideItsShare(List<Member> pool, int gone) {
        List<Member> rest = new ArrayList<>(pool);
        rest.remove(gone);
        MaglevTable before = table(pool);
        MaglevTable after = table(without(pool, gone));
        long moved = IntStream.range(0, before.size())
                .filter(slot -> before.candidateAt(slot) != gone)
                .filter(slot -> !pool.get(before.candidateAt(slot)).equals(rest.get(after.candidateAt(slot))))
                .count();
        return (double) moved / before.size();
    }

    private static Member member(UUID id, int weight) {
        return new Member(id, weight, weight);
    }

    private static MaglevTable table(List<Member> pool) {
        return MaglevTable.of(pool, pool.size(), new SipHash(KEY));
    }

    private static List<Member> without(List<Member> pool, int gone) {
        List<Member> rest = new ArrayList<>(pool);
        rest.set(gone, new Member(pool.get(gone).id(), pool.get(gone).weight(), 0));
        return rest;
    }

    private static int[] shares(MaglevTable table, int members) {
        int[] shares = new int[members];
        for (int slot = 0; slot < table.size(); slot++) {
            shares[table.candidateAt(slot)]++;
        }
        return shares;
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
                .as((id, weight) -> member(id, weight))
                .list()
                .uniqueElements(Member::id)
                .ofMinSize(1)
                .ofMaxSize(100)
                .map(pool -> IdOrder.sorted(pool, Member::id));
    }
}
