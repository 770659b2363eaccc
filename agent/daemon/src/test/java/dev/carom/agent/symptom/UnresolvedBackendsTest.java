package dev.carom.agent.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.reconcile.Example;
import dev.carom.agent.reconcile.Finding;
import dev.carom.agent.reconcile.FindingCode;
import dev.carom.agent.reconcile.Findings;
import dev.carom.agent.reconcile.Running;
import dev.carom.agent.reconcile.SetClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class UnresolvedBackendsTest {
    private static final NeighborLearned FIRST = new NeighborLearned(Example.FIRST, Example.FIRST_MAC, Duration.ZERO);
    private static final NeighborLearned SECOND =
            new NeighborLearned(Example.SECOND, Example.SECOND_MAC, Duration.ZERO);

    private final SetClock clock = new SetClock();
    private final Findings findings = new Findings(clock, () -> {});
    private final UnresolvedBackends unresolved = new UnresolvedBackends(findings, clock);

    @Test
    void aBackendThatNobodyAnswersForIsFoundAfterAWhileAndClosedByItsAnswer() {
        look(FIRST);
        assertThat(findings.snapshot()).isEmpty();

        clock.advance(UnresolvedBackends.GRACE);
        look(FIRST);
        assertThat(findings.snapshot())
                .extracting(Finding::code, Finding::resource)
                .containsExactly(Tuple.tuple(FindingCode.UNRESOLVED, "backends/" + Example.SECOND));

        look(FIRST, SECOND);
        assertThat(findings.snapshot()).isEmpty();
    }

    @Test
    void aBackendThatAnswersNoLongerIsFoundToo() {
        look(FIRST, SECOND);
        NeighborLearned old = new NeighborLearned(Example.SECOND, Example.SECOND_MAC, UnresolvedBackends.GRACE);
        look(FIRST, old);
        clock.advance(UnresolvedBackends.GRACE);
        look(FIRST, old);
        assertThat(findings.snapshot()).extracting(Finding::resource).containsExactly("backends/" + Example.SECOND);
    }

    private void look(NeighborLearned... known) {
        Running running = new Running(Optional.of(Example.revision(1, 254)), List.of(), Set.of(), Map.of(), true);
        unresolved.look(new Sight(running, DataPathCounters.NONE, List.of(), List.of(known), List.of()));
    }
}
