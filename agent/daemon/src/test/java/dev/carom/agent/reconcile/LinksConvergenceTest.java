package dev.carom.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.neighbor.NeighborLearned;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.MacAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node does when its links or its own addresses change. */
class LinksConvergenceTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private final RecordingNode node = new RecordingNode();
    private final Findings findings = new Findings(clock, () -> {});
    private final Convergence convergence = new Convergence(
            new Convergence.Surroundings(Example.IDENTITY, node, node, node, node, findings), clock, () -> 0);

    @BeforeEach
    void backendsAnswer() {
        node.neighbors.add(new NeighborLearned(Example.FIRST, Example.FIRST_MAC, Duration.ZERO));
        node.neighbors.add(new NeighborLearned(Example.SECOND, Example.SECOND_MAC, Duration.ZERO));
    }

    @Test
    void aChangedLinkIsAttachedAnewAndCompiled() {
        step(new Event.StateReceived(Example.revision(1, 254)));
        node.story.clear();

        node.links = RecordingNode.links(MacAddress.parse("52:54:00:00:00:bb"), node.links.addresses());
        step(new Event.LinksChanged());

        assertThat(node.story).containsExactly("attach [52:54:00:00:00:bb]", "table");
        step(new Event.LinksChanged());
        assertThat(node.story).as("nothing differs any more").hasSize(2);
    }

    @Test
    void aVipOfTheNodesOwnKernelIsFoundAndNotClaimedUntilItIsGone() {
        step(new Event.StateReceived(Example.revision(1, 254)));
        node.story.clear();
        MacAddress mac = node.links.attached().getFirst().mac();
        Map<IpAddress, String> addresses = node.links.addresses();

        node.links = RecordingNode.links(mac, Map.of(Example.VIP_ADDRESS, "lo"));
        step(new Event.LinksChanged());

        assertThat(node.story).startsWith("release [10.0.0.100]");
        assertThat(node.table.ownedVips()).isEmpty();
        assertThat(findings.snapshot()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.VIP_ON_NODE);
            assertThat(finding.resource()).isEqualTo("vips/" + Example.VIP);
            assertThat(finding.evidence()).contains("10.0.0.100", "lo");
            assertThat(finding.remedy()).contains("ip address del 10.0.0.100/32 dev lo");
        });

        node.links = RecordingNode.links(mac, addresses);
        step(new Event.LinksChanged());
        assertThat(node.table.ownedVips()).hasSize(1);
        assertThat(findings.snapshot()).isEmpty();
    }

    private void step(Event event) {
        convergence.step(List.of(event));
    }
}
