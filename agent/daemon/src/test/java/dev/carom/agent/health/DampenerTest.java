package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.Health;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DampenerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Observation PASS = new Observation.Passed("status 200");
    private static final Observation FAIL = new Observation.Failed("refused");
    private static final Observation SKIP = new Observation.Inconclusive("no route");
    private static final Observation SIGNAL = new Observation.Signalled("a frame bounced");

    private final Dampener dampener = new Dampener(2, 3);

    @Test
    void theFirstResultDecidesAtOnce() {
        assertThat(after(PASS).health()).isEqualTo(Health.UP);
        assertThat(after(FAIL).health()).isEqualTo(Health.DOWN);
        assertThat(after(FAIL).reason()).isEqualTo("refused");
        assertThat(after().health()).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void fallFailuresInARowBringABackendDown() {
        assertThat(after(PASS, FAIL, FAIL).health()).isEqualTo(Health.UP);
        assertThat(after(PASS, FAIL, FAIL, FAIL).health()).isEqualTo(Health.DOWN);
        assertThat(after(PASS, FAIL, FAIL, PASS, FAIL, FAIL).health()).isEqualTo(Health.UP);
    }

    @Test
    void risePassesInARowBringItBack() {
        assertThat(after(FAIL, PASS).health()).isEqualTo(Health.DOWN);
        assertThat(after(FAIL, PASS, PASS).health()).isEqualTo(Health.UP);
        assertThat(after(FAIL, PASS, FAIL, PASS).health()).isEqualTo(Health.DOWN);
    }

    @Test
    void aProbeThatCouldNotAskChangesNothing() {
        assertThat(after(SKIP, SKIP).health()).isEqualTo(Health.UNKNOWN);
        assertThat(after(PASS, FAIL, FAIL, SKIP)).isEqualTo(after(PASS, FAIL, FAIL));
    }

    @Test
    void sinceIsTheMomentOfTheChangeAndObservedThatOfTheLastResult() {
        Judgement judgement = after(PASS, FAIL, FAIL, FAIL, FAIL);
        assertThat(judgement.since()).isEqualTo(START.plusSeconds(4));
        assertThat(judgement.observed()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void aSignalCountsOnceBetweenTwoProbesAndNeverAsTheFirstResult() {
        assertThat(after(SIGNAL).health()).isEqualTo(Health.UNKNOWN);
        assertThat(after(PASS, SIGNAL, SIGNAL, SIGNAL, SIGNAL).health()).isEqualTo(Health.UP);
        assertThat(after(PASS, SIGNAL, FAIL, SIGNAL).health()).isEqualTo(Health.DOWN);
    }

    private Judgement after(Observation... observations) {
        Judgement judgement = Judgement.unknown("not probed yet", START);
        Instant now = START;
        for (Observation observation : observations) {
            now = now.plusSeconds(1);
            judgement = dampener.judge(judgement, observation, now);
        }
        return judgement;
    }
}
