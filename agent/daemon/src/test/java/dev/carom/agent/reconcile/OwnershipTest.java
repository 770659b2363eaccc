package dev.carom.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.forwarding.DesiredState.VirtualRouter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    @Test
    void theHighestPriorityOwns() {
        assertThat(Ownership.vips(Example.withPriority(201), Example.NODE)).containsExactly(Example.VIP);
        assertThat(Ownership.vips(Example.withPriority(201), Example.PEER)).isEmpty();
        assertThat(Ownership.vips(Example.withPriority(199), Example.NODE)).isEmpty();
    }

    @Test
    void exactlyOneOfTwoNodesOfEqualPriorityOwns() {
        VirtualRouter router = new VirtualRouter(
                Example.ROUTER,
                1,
                List.of(Example.VIP),
                Map.of(Example.NODE, 200, Example.PEER, 200),
                Duration.ofSeconds(1));

        assertThat(Ownership.owns(router, Example.NODE)).isNotEqualTo(Ownership.owns(router, Example.PEER));
    }

    @Test
    void aRouterWithoutPrioritiesIsOwnedByNobody() {
        VirtualRouter router =
                new VirtualRouter(Example.ROUTER, 1, List.of(Example.VIP), Map.of(), Duration.ofSeconds(1));

        assertThat(Ownership.owns(router, Example.NODE)).isFalse();
    }
}
