package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.carom.agent.forwarding.FlowShare.Weighted;
import dev.carom.agent.forwarding.Granularity.Skew;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GranularityTest {
    private static final UUID LIGHT = new UUID(9, 9);

    @Test
    void aFewBackendsHaveTheirRatioWhateverTheirWeights() {
        assertThat(Granularity.of(lightBeside(10, 256))).isEmpty();
        assertThat(Granularity.of(List.of(new Weighted(LIGHT, 0)))).isEmpty();
    }

    @Test
    void aLightBackendBesideManyHeavyOnesIsNamedWithBothShares() {
        List<Skew> skews = Granularity.of(lightBeside(500, 256));
        assertThat(skews).extracting(Skew::id).containsExactly(LIGHT);
        assertThat(skews.getFirst().wanted()).isCloseTo(1 / 128_001.0, within(1e-9));
        assertThat(skews.getFirst().given()).as("every weight has a slot").isEqualTo(1.0 / MaglevTable.SIZE);
    }

    @Test
    void whatIsToldIsWhatTheTableDoes() {
        List<Weighted> pool = lightBeside(500, 256);
        List<MaglevTable.Member> members = IdOrder.sorted(
                pool.stream()
                        .map(backend -> new MaglevTable.Member(backend.id(), backend.weight()))
                        .toList(),
                MaglevTable.Member::id);
        MaglevTable table = MaglevTable.of(members, new SipHash(new DesiredState.HashKey(1, 2)));
        long slots = IntStream.range(0, MaglevTable.SIZE)
                .filter(slot -> members.get(table.candidateAt(slot)).id().equals(LIGHT))
                .count();
        assertThat((double) slots / MaglevTable.SIZE)
                .isEqualTo(Granularity.of(pool).getFirst().given());
    }

    private static List<Weighted> lightBeside(int others, int weight) {
        List<Weighted> pool = new ArrayList<>(IntStream.range(0, others)
                .mapToObj(i -> new Weighted(new UUID(7, i), weight))
                .toList());
        pool.add(new Weighted(LIGHT, 1));
        return pool;
    }
}
