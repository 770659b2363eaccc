package dev.carom.controlplane.rollout;

import static dev.carom.controlplane.rollout.Sample.backend;
import static dev.carom.controlplane.rollout.Sample.group;
import static dev.carom.controlplane.rollout.Sample.id;
import static dev.carom.controlplane.rollout.Sample.listener;
import static dev.carom.controlplane.rollout.Sample.monitor;
import static dev.carom.controlplane.rollout.Sample.node;
import static dev.carom.controlplane.rollout.Sample.pool;
import static dev.carom.controlplane.rollout.Sample.vip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.pool.Pool;
import dev.carom.controlplane.resource.Resource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DesiredStateAssemblerTest {
    private final Pool web = pool(31, 32, 41);
    private final Pool spare = pool(32, 0, 42);
    private final Pool elsewhere = pool(33, 0, 43);

    private final ConfigurationExcerpt configuration = new ConfigurationExcerpt(
            List.of(group(1, 3, 2), group(4)),
            List.of(node(3, 1), node(2, 1), node(5, 4)),
            List.of(vip(12, 1), vip(11, 1), vip(13, 4)),
            List.of(listener(22, 12, 31), listener(21, 11, 31), listener(23, 13, 33)),
            List.of(elsewhere, spare, web),
            List.of(backend(53, elsewhere), backend(52, web), backend(51, web), backend(54, spare)),
            List.of(monitor(43), monitor(42), monitor(41)));

    private final DesiredState state = assemble(0);

    @Test
    void aGroupGetsWhatItsVipsReachAndNothingElse() {
        assertThat(ids(state.nodes())).containsExactly(id(2), id(3));
        assertThat(ids(state.vips())).containsExactly(id(12), id(11));
        assertThat(ids(state.listeners())).containsExactly(id(22), id(21));
        assertThat(ids(state.healthMonitors())).containsExactly(id(42), id(41));
    }

    @Test
    void aPoolThatTakesOverComesAlong() {
        assertThat(state.pools()).extracting(members -> members.pool().id()).containsExactly(id(32), id(31));
    }

    @Test
    void backendsStandWithTheirPoolInOrderOfTheirBytes() {
        assertThat(state.pools().get(1).backends()).extracting(Resource::id).containsExactly(id(52), id(51));
    }

    @Test
    void aRouterCarriesTheVipsOfItsVrid() {
        assertThat(state.virtualRouters()).hasSize(1);
        assertThat(state.virtualRouters().getFirst().vips()).containsExactly(id(12), id(11));
    }

    @Test
    void aGroupWithoutVipsStillKnowsItsNodes() {
        var empty = new ConfigurationExcerpt(
                List.of(group(1)), List.of(node(2, 1)), List.of(), List.of(), List.of(web), List.of(), List.of());
        DesiredState quiet =
                new DesiredStateAssembler(empty).assemble(empty.nodeGroups().getFirst());
        assertThat(ids(quiet.nodes())).containsExactly(id(2));
        assertThat(quiet.pools()).isEmpty();
    }

    private DesiredState assemble(int group) {
        return new DesiredStateAssembler(configuration)
                .assemble(configuration.nodeGroups().get(group));
    }

    private static List<UUID> ids(List<? extends Resource> resources) {
        return resources.stream().map(Resource::id).toList();
    }
}
