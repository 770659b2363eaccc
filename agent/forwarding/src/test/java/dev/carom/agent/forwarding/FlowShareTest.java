package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.carom.agent.forwarding.DesiredState.HashKey;
import dev.carom.agent.forwarding.FlowShare.Weighted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowShareTest {
    private static final HashKey KEY = new HashKey(1, 2);

    private static List<Weighted> ten() {
        return new ArrayList<>(IntStream.range(0, 10)
                .mapToObj(i -> new Weighted(new UUID(7, i), 1))
                .toList());
    }

    @Test
    void nothingMovesWhereNothingChanges() {
        assertThat(FlowShare.moved(ten(), ten())).isCloseTo(0, within(1e-9));
    }

    @Test
    void drainingOneOfTenMovesItsTenthAndLittleElse() {
        List<Weighted> after = ten();
        after.set(3, new Weighted(new UUID(7, 3), 0));
        assertThat(FlowShare.moved(ten(), after)).isBetween(0.0999, 0.11);
    }

    @Test
    void allMoveWhenNobodyIsLeftOrAllAreNew() {
        assertThat(FlowShare.moved(ten(), List.of())).isEqualTo(1);
        assertThat(FlowShare.moved(ten(), List.of(new Weighted(new UUID(8, 8), 1))))
                .isEqualTo(1);
        assertThat(FlowShare.moved(List.of(), List.of())).isZero();
    }

    @Test
    void aHeavierBackendTakesItsShareFromTheOthers() {
        List<Weighted> after = ten();
        after.set(0, new Weighted(new UUID(7, 0), 11));
        // From 1/10 to 11/20 of the flows.
        assertThat(FlowShare.moved(ten(), after)).isCloseTo(0.45, within(0.01));
    }

    @Test
    void whereAllChooseAnewEachMeetsItsOldBackendByChance() {
        assertThat(FlowShare.chosenAnew(ten(), ten())).isCloseTo(0.9, within(1e-9));
        assertThat(FlowShare.chosenAnew(ten(), List.of())).isEqualTo(1);
        assertThat(FlowShare.chosenAnew(List.of(), ten())).isZero();
    }

    @Test
    void saysWithinOnePercentWhatTheTablesSay() {
        Random random = new Random(42);
        for (int i = 0; i < 24; i++) {
            List<Weighted> before = new ArrayList<>();
            for (int j = 0; j < 2 + random.nextInt(30); j++) {
                before.add(new Weighted(new UUID(9, random.nextLong()), 1 + random.nextInt(i % 2 == 0 ? 1 : 256)));
            }
            List<Weighted> after = new ArrayList<>(before);
            after.removeLast();
            after.add(new Weighted(new UUID(9, random.nextLong()), 1 + random.nextInt(10)));
            after.set(0, new Weighted(after.getFirst().id(), 1 + random.nextInt(256)));

            assertThat(FlowShare.moved(before, after)).isCloseTo(byTables(before, after), within(0.01));
        }
    }

    private static double byTables(List<Weighted> before, List<Weighted> after) {
        List<Weighted> old = IdOrder.sorted(before, Weighted::id);
        List<Weighted> now = IdOrder.sorted(after, Weighted::id);
        MaglevTable oldTable = table(old);
        MaglevTable newTable = table(now);
        long moved = IntStream.range(0, MaglevTable.SIZE)
                .filter(slot -> !old.get(oldTable.candidateAt(slot))
                        .id()
                        .equals(now.get(newTable.candidateAt(slot)).id()))
                .count();
        return (double) moved / MaglevTable.SIZE;
    }

    private static MaglevTable table(List<Weighted> members) {
        return MaglevTable.of(
                members.stream()
                        .map(member -> new MaglevTable.Member(member.id(), member.weight()))
                        .toList(),
                new SipHash(KEY));
    }
}
