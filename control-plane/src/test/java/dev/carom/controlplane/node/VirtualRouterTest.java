package dev.carom.controlplane.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VirtualRouterTest {
    private final VirtualRouter router = new VirtualRouter(UUID.randomUUID(), VirtualRouterSpec.first());

    @Test
    void nodesJoinInStepsOfTenBehindTheOthers() {
        List<UUID> nodes = join(6);
        assertThat(nodes.stream().map(router.spec().priorityByNode()::get))
                .containsExactly(254, 244, 234, 224, 214, 204);
    }

    @Test
    void laterNodesFindAPriorityOfTheirOwnBelow() {
        List<UUID> nodes = join(60);
        var priorities = nodes.stream().map(router.spec().priorityByNode()::get).toList();
        assertThat(new HashSet<>(priorities)).hasSize(60);
        assertThat(priorities).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void aNodeThatFindsNoneStaysOut() {
        join(254);
        assertThat(router.spec().priorityByNode().values()).allMatch(priority -> priority >= 1 && priority <= 254);
    }

    @Test
    void theHighestAbleNodeSucceedsTheOwnerAndChangesPlacesWithIt() {
        List<UUID> nodes = join(3);
        VirtualRouterSpec spec = router.spec();
        assertThat(spec.owner()).contains(nodes.get(0));
        assertThat(spec.successor(nodes.get(0), Set.of(nodes.get(0), nodes.get(2))))
                .contains(nodes.get(2));
        assertThat(spec.successor(nodes.get(0), Set.of(nodes.get(0)))).isEmpty();

        VirtualRouterSpec after = spec.swapping(nodes.get(0), nodes.get(2));
        assertThat(after.owner()).contains(nodes.get(2));
        assertThat(after.priorityByNode().values()).containsExactlyInAnyOrder(254, 244, 234);
    }

    @Test
    void theOwnerIsLeftAloneByWhoJoins() {
        UUID owner = UUID.randomUUID();
        router.change(new VirtualRouterSpec(1, Map.of(owner, 100), 1000));
        UUID joined = UUID.randomUUID();
        router.join(joined);
        assertThat(router.spec().priorityByNode().get(joined)).isBetween(1, 99);
    }

    private List<UUID> join(int count) {
        List<UUID> nodes = Stream.generate(UUID::randomUUID).limit(count).toList();
        nodes.forEach(router::join);
        return nodes;
    }
}
