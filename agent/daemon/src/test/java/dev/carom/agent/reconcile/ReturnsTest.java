package dev.carom.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.forwarding.NodeView.ListenerBackend;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReturnsTest {
    private static final ListenerBackend PLACE = new ListenerBackend(Example.LISTENER, Example.FIRST);
    private static final Instant NOW = Instant.ofEpochSecond(1_000);

    @Test
    void aBackendThatWasDownComesBack() {
        assertThat(judged(Returns.NONE, Health.DOWN, Health.UP).since()).containsExactly(Map.entry(PLACE, NOW));
    }

    @Test
    void theFirstJudgementIsNoReturn() {
        assertThat(judged(Returns.NONE, Health.UNKNOWN, Health.UP).since()).isEmpty();
        assertThat(Returns.NONE.judged(Map.of(), Map.of(PLACE, Health.UP), NOW).since())
                .isEmpty();
    }

    @Test
    void whoGoesDownAgainHasNotComeBack() {
        Returns back = judged(Returns.NONE, Health.DOWN, Health.UP);
        assertThat(judged(back, Health.UP, Health.DOWN).since()).isEmpty();
    }

    @Test
    void aBackendThatWasDisabledComesBack() {
        DesiredState disabled = Example.withFirstBackend(AdminState.DISABLED);
        DesiredState enabled = Example.withFirstBackend(AdminState.ENABLED);
        assertThat(Returns.NONE.received(disabled, enabled, Set.of(PLACE), NOW).since())
                .containsExactly(Map.entry(PLACE, NOW));
        assertThat(Returns.NONE.received(enabled, enabled, Set.of(PLACE), NOW).since())
                .isEmpty();
    }

    @Test
    void whatTheStateNoLongerHasIsForgotten() {
        Returns back = judged(Returns.NONE, Health.DOWN, Health.UP);
        DesiredState same = Example.withPriority(254);
        assertThat(back.received(same, same, Set.of(PLACE), NOW).since()).containsKey(PLACE);
        assertThat(back.received(same, same, Set.of(), NOW).since()).isEmpty();
    }

    private static Returns judged(Returns returns, Health before, Health after) {
        return returns.judged(Map.of(PLACE, before), Map.of(PLACE, after), NOW);
    }
}
