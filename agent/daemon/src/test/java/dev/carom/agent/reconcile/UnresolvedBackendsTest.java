package dev.carom.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.neighbor.NeighborLearned;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnresolvedBackendsTest {
    private final SetClock clock = new SetClock();
    private final Findings findings = new Findings(clock, () -> {});
    private final UnresolvedBackends unresolved = new UnresolvedBackends(findings, clock);
    private final Running running =
            new Running(Optional.of(Example.revision(1, 254)), List.of(), Set.of(), Map.of(), true);

    @Test
    void aBackendThatNobodyAnswersForIsFoundAfterAWhileAndClosedByItsAnswer() {
        List<NeighborLearned> one = List.of(new NeighborLearned(Example.FIRST, Example.FIRST_MAC, Duration.ZERO));
        unresolved.follow(running, one);
        assertThat(findings.snapshot()).isEmpty();

        clock.now = clock.now.plus(UnresolvedBackends.GRACE);
        unresolved.follow(running, one);
        assertThat(findings.snapshot())
                .extracting(Finding::code, Finding::resource)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(FindingCode.UNRESOLVED, "backends/" + Example.SECOND));

        unresolved.follow(
                running,
                List.of(one.getFirst(), new NeighborLearned(Example.SECOND, Example.SECOND_MAC, Duration.ZERO)));
        assertThat(findings.snapshot()).isEmpty();
    }
}
