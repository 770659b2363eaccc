package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.HealthState;
import dev.carom.contract.v1.Stage;
import dev.carom.contract.v1.WatchResponse;
import dev.carom.controlplane.api.Api.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A site whose group has two nodes, both connected, with all verified and the backend UP. */
final class CanarySite implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ReportedSite test;
    private int changes;
    final ReportingNode first;
    final ReportingNode second;
    final String secondId;

    private CanarySite(ReportedSite test, ReportingNode first, ReportingNode second, String secondId) {
        this.test = test;
        this.first = first;
        this.second = second;
        this.secondId = secondId;
    }

    static CanarySite dial(ReportedSite test) throws IOException, InterruptedException {
        Site site = test.site;
        Answer created = test.api
                .post("/nodes", """
                {"name": "second-%1$d", "nodeGroupId": "%2$s", "addresses": ["10.%1$d.0.12"]}
                """.formatted(site.number(), site.group()))
                .expect(201);
        CanarySite canary = new CanarySite(
                test,
                ReportingNode.dial(site, test.port),
                ReportingNode.dial(site, created.id(), test.port),
                created.id());
        for (ReportingNode node : List.of(canary.first, canary.second)) {
            node.awaitRevision(created.revision());
            node.acknowledge(Stage.STAGE_VERIFIED);
            canary.tell(node, HealthState.HEALTH_STATE_UP);
        }
        return canary;
    }

    String secondName() {
        return "second-" + test.site.number();
    }

    void tell(ReportingNode node, HealthState health) throws IOException, InterruptedException {
        node.report(report -> report.addHealth(ReportingNode.health(test.listener, test.backend, health, "")));
    }

    String document(int newFlowsPerSecond) {
        return """
                {"apiVersion": "carom.dev/v1", "vips": [{"name": "vip-%1$d", "nodeGroup": "group-%1$d",
                  "address": "10.%1$d.0.100", "newFlowsPerSecond": %2$d}]}
                """.formatted(test.site.number(), newFlowsPerSecond);
    }

    /** Changes the VIP, which reaches all nodes of its group. */
    Answer put(String target, String query) {
        changes++;
        Answer put = ask(target, query, 1_000 + changes).expect(200);
        assertThat(put.text("canary")).isEqualTo("/api/v1/config/canaries/" + put.revision());
        return put;
    }

    Answer ask(String target, String query, int newFlowsPerSecond) {
        return ask(test.api, target, query, newFlowsPerSecond);
    }

    Answer ask(Api api, String target, String query, int newFlowsPerSecond) {
        return api.sendWith(
                Map.of("If-Match", "*"), "PUT", "/config?canary=" + target + query, document(newFlowsPerSecond));
    }

    JsonNode awaitState(long revision, String state) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode canary =
                    test.api.get("/config/canaries/" + revision).expect(200).json();
            boolean over = canary.has("endedAt");
            if (canary.get("state").asString().equals(state)) {
                return canary;
            }
            assertThat(over || Instant.now().isAfter(deadline))
                    .as(canary.toString())
                    .isFalse();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The newest first. */
    List<String> events() {
        return test.api
                .get("/events?sort=-id&filter=type~canary.,resourceId=" + test.site.node())
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
    }

    /** Whether the second node is sent a revision, ever; what is on its stream is taken off it. */
    boolean secondSaw(long revision) throws InterruptedException {
        if (second.state().getId().getRevision() == revision) {
            return true;
        }
        for (WatchResponse next = second.stream().poll(Duration.ofMillis(200));
                next != null;
                next = second.stream().poll(Duration.ofMillis(200))) {
            if (next.hasSnapshot() && next.getSnapshot().getId().getRevision() == revision) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        first.close();
        second.close();
        test.api
                .get("/config/canaries?sort=-revision&limit=1")
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .filter(canary -> !canary.has("endedAt"))
                .forEach(canary -> test.api
                        .post("/config/canaries/" + canary.get("revision").asLong() + "/abort", "")
                        .expect(200));
    }
}
