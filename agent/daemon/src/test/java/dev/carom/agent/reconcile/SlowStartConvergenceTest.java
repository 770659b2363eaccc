package dev.carom.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.Health;
import dev.carom.agent.neighbor.NeighborLearned;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SlowStartConvergenceTest {
    private final SetClock clock = new SetClock();
    private long nanos;
    private final RecordingNode node = new RecordingNode();
    private final Convergence convergence = new Convergence(
            new Convergence.Surroundings(Example.IDENTITY, node, node, node, node, new Findings(clock, () -> {})),
            clock,
            () -> nanos);

    @Test
    void aBackendThatReturnsTakesItsWholeWeightStepByStepWithoutAnyEvent() {
        node.neighbors.add(new NeighborLearned(Example.FIRST, Example.FIRST_MAC, Duration.ZERO));
        node.neighbors.add(new NeighborLearned(Example.SECOND, Example.SECOND_MAC, Duration.ZERO));
        step(new Event.StateReceived(Example.withSlowStart(1, Duration.ofSeconds(10))));
        step(health(Health.UP), new Event.HealthChanged(Example.LISTENER, Example.SECOND, Health.UP));
        assertThat(weights()).isEqualTo("weights=[10, 10]");

        step(health(Health.DOWN));
        assertThat(weights()).isEqualTo("weights=[10]");

        OptionalLong next = step(health(Health.UP));
        for (int share = 1; share < 10; share++) {
            assertThat(weights()).isEqualTo("weights=[" + share + ", 10]");
            clock.now = clock.now.plusNanos(next.orElseThrow() - nanos);
            nanos = next.orElseThrow();
            next = step();
        }
        assertThat(weights()).isEqualTo("weights=[10, 10]");
        assertThat(next).isEmpty();
    }

    private String weights() {
        return node.table.describe().stream()
                .flatMap(line -> Stream.of(line.split("(?= slots=)|(?=weights=)")))
                .filter(part -> part.startsWith("weights="))
                .findFirst()
                .orElseThrow();
    }

    private OptionalLong step(Event... events) {
        return convergence.step(List.of(events));
    }

    private static Event health(Health health) {
        return new Event.HealthChanged(Example.LISTENER, Example.FIRST, health);
    }
}
