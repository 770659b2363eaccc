package dev.carom.agent.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.datapath.DataPathCounters;
import dev.carom.agent.forwarding.DesiredState.MonitorPath;
import dev.carom.agent.forwarding.ForwarderCounters.BackendCount;
import dev.carom.agent.forwarding.Health;
import dev.carom.agent.health.HealthState;
import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.packet.MacAddress;
import dev.carom.agent.reconcile.NodeSnapshot;
import dev.carom.agent.reconcile.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportChangesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID LISTENER = new UUID(1, 0);
    private static final UUID ONE = new UUID(2, 1);
    private static final UUID OTHER = new UUID(2, 2);

    @Test
    void whatIsAsItWasIsLeftOut() {
        NodeSnapshot changes = changes(soundNode(), soundNode()).orElseThrow();

        assertThat(changes.health()).isEmpty();
        assertThat(changes.counters().backends()).isEmpty();
        assertThat(changes.neighbors()).isEmpty();
        assertThat(changes.counters().flows()).isEqualTo(9);
    }

    @Test
    void whatIsDifferentIsTold() {
        NodeSnapshot now = node(
                List.of(health(ONE, Health.UP, true), health(OTHER, Health.DOWN, true)),
                List.of(count(ONE, 10), count(OTHER, 21)),
                List.of(neighbor(ONE, "02:00:00:00:00:09", 300), neighbor(OTHER, "02:00:00:00:00:02", 300)));

        NodeSnapshot changes = changes(soundNode(), now).orElseThrow();

        assertThat(changes.health()).containsExactly(health(OTHER, Health.DOWN, true));
        assertThat(changes.counters().backends()).containsExactly(count(OTHER, 21));
        assertThat(changes.neighbors()).containsExactly(neighbor(ONE, "02:00:00:00:00:09", 300));
    }

    @Test
    void aNeighbourThatFellSilentIsTold() {
        NodeSnapshot now = node(
                soundNode().health(),
                soundNode().counters().backends(),
                List.of(neighbor(ONE, "02:00:00:00:00:01", 300), neighbor(OTHER, "02:00:00:00:00:02", 2_001)));

        assertThat(changes(soundNode(), now).orElseThrow().neighbors())
                .containsExactly(neighbor(OTHER, "02:00:00:00:00:02", 2_001));
    }

    @Test
    void changesCannotTellThatSomethingIsGoneOrNew() {
        NodeSnapshot sound = soundNode();
        NodeSnapshot less = node(
                sound.health().subList(0, 1),
                sound.counters().backends().subList(0, 1),
                sound.neighbors().subList(0, 1));

        assertThat(changes(less, node(sound.health(), less.counters().backends(), less.neighbors())))
                .isEmpty();
        assertThat(changes(less, node(less.health(), sound.counters().backends(), less.neighbors())))
                .isEmpty();
        assertThat(changes(less, node(less.health(), less.counters().backends(), sound.neighbors())))
                .isEmpty();

        assertThat(changes(
                        sound,
                        node(sound.health().subList(0, 1), sound.counters().backends(), sound.neighbors())))
                .isEmpty();
        assertThat(changes(
                        sound, node(sound.health(), sound.counters().backends().subList(0, 1), sound.neighbors())))
                .isEmpty();
        assertThat(changes(sound, node(sound.health(), sound.counters().backends(), List.of())))
                .isEmpty();
    }

    /** The half of a monitor of both paths that does not decide is never told: it neither changes nor goes. */
    @Test
    void whatDoesNotDecideDoesNotCount() {
        NodeSnapshot before =
                node(List.of(health(ONE, Health.UP, true), health(OTHER, Health.UP, false)), List.of(), List.of());
        NodeSnapshot now = node(List.of(health(ONE, Health.UP, true)), List.of(), List.of());

        assertThat(changes(before, now).orElseThrow().health()).isEmpty();
    }

    private static Optional<NodeSnapshot> changes(NodeSnapshot before, NodeSnapshot now) {
        return ReportChanges.between(before, now);
    }

    private static NodeSnapshot soundNode() {
        return node(
                List.of(health(ONE, Health.UP, true), health(OTHER, Health.UP, true)),
                List.of(count(ONE, 10), count(OTHER, 20)),
                List.of(neighbor(ONE, "02:00:00:00:00:01", 300), neighbor(OTHER, "02:00:00:00:00:02", 300)));
    }

    private static NodeSnapshot node(
            List<HealthState> health, List<BackendCount> backends, List<NeighborLearned> neighbors) {
        return new NodeSnapshot(
                Running.NOTHING,
                health,
                new DataPathCounters(Map.of(), List.of(), List.of(), backends, 9, DataPathCounters.NONE.engine()),
                List.of(),
                List.of(),
                neighbors,
                List.of());
    }

    private static HealthState health(UUID backend, Health health, boolean decides) {
        MonitorPath path = decides ? MonitorPath.DSR : MonitorPath.DIRECT;
        return new HealthState(LISTENER, backend, path, decides, health, "as seen", NOW, NOW);
    }

    private static BackendCount count(UUID backend, long packets) {
        return new BackendCount(backend, packets, packets * 100, 1, 2, 0, 0);
    }

    private static NeighborLearned neighbor(UUID backend, String mac, long ageMillis) {
        return new NeighborLearned(backend, MacAddress.parse(mac), Duration.ofMillis(ageMillis));
    }
}
