package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RotationScheduleTest {

    @Test
    void weightsShareACycleAndTheirTurnsAreSpread() {
        RotationSchedule schedule = RotationSchedule.of(List.of(2, 4, 2));
        assertThat(IntStream.range(0, 8).map(schedule::candidateAt)).containsExactly(0, 1, 2, 1, 0, 1, 2, 1);
    }

    @Test
    void theTurnMayWrapAround() {
        RotationSchedule schedule = RotationSchedule.of(List.of(1, 1, 1));
        assertThat(schedule.candidateAt(-1)).isEqualTo(Integer.remainderUnsigned(-1, 3));
    }
}
