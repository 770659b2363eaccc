package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.carom.agent.forwarding.DesiredState.HashKey;
import dev.carom.agent.forwarding.FlowShare.Weighted;
import java.util.ArrayList;
import java.util.List;
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
        assertThat(FlowShare.moved(KEY, ten(), ten())).isZero();
    }

    @Test
    void drainingOneOfTenMovesItsTenthAndLittleElse() {
        List<Weighted> after = ten();
        after.set(3, new Weighted(new UUID(7, 3), 0));
        assertThat(FlowShare.moved(KEY, ten(), after)).isBetween(0.0999, 0.11);
    }

    @Test
    void allMoveWhenNobodyIsLeftOrAllAreNew() {
        assertThat(FlowShare.moved(KEY, ten(), List.of())).isEqualTo(1);
        assertThat(FlowShare.moved(KEY, ten(), List.of(new Weighted(new UUID(8, 8), 1))))
                .isEqualTo(1);
        assertThat(FlowShare.moved(KEY, List.of(), List.of())).isZero();
    }

    @Test
    void aHeavierBackendTakesItsShareFromTheOthers() {
        List<Weighted> after = ten();
        after.set(0, new Weighted(new UUID(7, 0), 11));
        // From 1/10 to 11/20 of the flows.
        assertThat(FlowShare.moved(KEY, ten(), after)).isCloseTo(0.45, within(0.01));
    }
}
