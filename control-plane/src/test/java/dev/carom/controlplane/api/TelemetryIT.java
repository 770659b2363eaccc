package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.HealthState;
import dev.carom.contract.v1.Stage;
import dev.carom.controlplane.api.EventReader.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a node says becomes statuses and events. */
class TelemetryIT extends ReportedSite {
    @Test
    void whatIsConfiguredIsPendingUntilItsNodeHasReadItBack() throws Exception {
        JsonNode vip = api.get("/vips/" + site.vip()).expect(200).json();
        assertThat(vip.get("provisioningStatus").asString()).isEqualTo("PENDING");
        assertThat(vip.get("provisioning").get(0).get("nodeId").asString()).isEqualTo(site.node());
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            node.awaitRevision(configured);
            node.acknowledge(Stage.STAGE_APPLIED);
            assertThat(status("/backends/" + backend, "provisioningStatus")).isEqualTo("PENDING");
            node.acknowledge(Stage.STAGE_VERIFIED);
            for (String path : List.of(
                    "/vips/" + site.vip(),
                    "/listeners/" + listener,
                    "/pools/" + site.pool(),
                    "/backends/" + backend,
                    "/nodes/" + site.node(),
                    "/node-groups/" + site.group())) {
                assertThat(status(path, "provisioningStatus")).as(path).isEqualTo("ACTIVE");
            }
            node.leaveOut("listeners/" + listener, "UNSUPPORTED_BY_NODE", "This agent cannot.");
            JsonNode left = api.get("/listeners/" + listener).expect(200).json();
            assertThat(left.get("provisioningStatus").asString()).isEqualTo("ERROR");
            assertThat(left.get("provisioning").get(0).get("code").asString()).isEqualTo("UNSUPPORTED_BY_NODE");
            assertThat(left.get("provisioning").get(0).get("message").asString())
                    .isEqualTo("This agent cannot.");
        }
    }

    @Test
    void judgementsAreShownWithTheirObserverAndAgeAndReachWatchersWithinASecond() throws Exception {
        assertThat(status("/backends/" + backend, "operatingStatus")).isEqualTo("UNKNOWN");
        try (ReportingNode node = ReportingNode.dial(site, port);
                EventReader reader = api.watch("", null)) {
            reader.next("tick");
            node.report(report -> report.addHealth(
                            ReportingNode.health(listener, backend, HealthState.HEALTH_STATE_UP, "200"))
                    .addNeighbors(ReportingNode.neighbor(backend, "52:54:00:00:00:21"))
                    .setCounters(ReportingNode.flows(backend, 5))
                    .addVirtualRouters(ReportingNode.role(router(), true)));
            JsonNode shown = api.get("/backends/" + backend).expect(200).json();
            assertThat(shown.get("operatingStatus").asString()).isEqualTo("ONLINE");
            assertThat(shown.get("observedMac").asString()).isEqualTo("52:54:00:00:00:21");
            assertThat(shown.get("observedMacAgeMs").asLong()).isBetween(300L, 60_000L);
            assertThat(shown.get("flows").asLong()).isEqualTo(5);
            JsonNode health = shown.get("health").get(0);
            assertThat(health.get("observedBy").asString()).isEqualTo(site.node());
            assertThat(health.get("vipId").asString()).isEqualTo(site.vip());
            assertThat(health.get("state").asString()).isEqualTo("UP");
            assertThat(health.get("ageMs").asLong()).isBetween(0L, 30_000L);
            assertThat(status("/vips/" + site.vip(), "operatingStatus")).isEqualTo("ONLINE");
            assertThat(status("/nodes/" + site.node(), "operatingStatus")).isEqualTo("ONLINE");

            List<Duration> delays = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                delays.add(change(node, reader, HealthState.HEALTH_STATE_DOWN, "backend.down"));
                delays.add(change(node, reader, HealthState.HEALTH_STATE_UP, "backend.up"));
            }
            assertThat(delays.stream().sorted().toList().get(2))
                    .as("the third quickest of six: %s", delays)
                    .isLessThan(Duration.ofSeconds(1));
            change(node, reader, HealthState.HEALTH_STATE_DOWN, "backend.down");
            for (String path : List.of(
                    "/backends/" + backend, "/vips/" + site.vip(), "/listeners/" + listener, "/pools/" + site.pool())) {
                assertThat(status(path, "operatingStatus")).as(path).isEqualTo("OFFLINE");
            }
        }
    }

    private Duration change(ReportingNode node, EventReader reader, HealthState state, String type) throws Exception {
        long start = System.nanoTime();
        node.report(report -> report.addHealth(ReportingNode.health(listener, backend, state, "because"))
                .addVirtualRouters(ReportingNode.role(router(), true)));
        Heard heard = reader.next(about(type, backend), type);
        Duration delay = Duration.ofNanos(System.nanoTime() - start);
        assertThat(heard.json().get("summary").asString()).contains("web", "node-" + site.number(), "because");
        assertThat(heard.json()
                        .get("resource")
                        .get("health")
                        .get(0)
                        .get("state")
                        .asString())
                .isEqualTo(type.equals("backend.up") ? "UP" : "DOWN");
        return delay;
    }

    @Test
    void whatANodeFindsOfAnInterfaceIsAFindingOfThatNode() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port);
                EventReader reader = api.watch("", null)) {
            node.report(report -> report.addFindings(ReportingNode.finding("NOT_READY", "interfaces/eth1")));
            String resource = "nodes/" + site.node() + "/interfaces/eth1";
            reader.next(about("finding.opened", site.node()), "finding.opened");
            JsonNode found = api.get("/findings?filter=resource=" + resource)
                    .expect(200)
                    .json()
                    .get("items");
            assertThat(found).hasSize(1);
            assertThat(found.get(0).get("code").asString()).isEqualTo("NOT_READY");
        }
    }

    @Test
    void findingsAndTakeOversAreEvents() throws Exception {
        try (EventReader reader = api.watch("", null);
                ReportingNode node = ReportingNode.dial(site, port)) {
            reader.next(about("node.connected", site.node()), "node.connected");
            node.report(report -> report.addVirtualRouters(ReportingNode.role(router(), false)));
            node.report(report -> report.addVirtualRouters(ReportingNode.role(router(), true))
                    .addFindings(ReportingNode.finding("BOUNCED", "backends/" + backend)));
            assertThat(reader.next(about("finding.opened", backend), "finding.opened")
                            .json()
                            .get("summary")
                            .asString())
                    .contains("BOUNCED");
            assertThat(reader.next(about("virtualRouter.moved", router()), "virtualRouter.moved")
                            .json()
                            .get("resource")
                            .get("ownerNodeId")
                            .asString())
                    .isEqualTo(site.node());
            node.report(report -> report);
            reader.next(about("finding.closed", backend), "finding.closed");
            node.close();
            reader.next(about("node.lost", site.node()), "node.lost");
        }
    }

    @Test
    void aRolloutIsShownNodeByNodeWithItsTimes() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port);
                EventReader reader = api.watch("", null)) {
            reader.next("tick");
            long revision = configured;
            node.awaitRevision(revision);
            node.acknowledge(Stage.STAGE_RECEIVED);
            node.acknowledge(Stage.STAGE_APPLIED);
            JsonNode applied = rollout(revision).get("nodes").get(0);
            assertThat(applied.has("appliedAt")).isTrue();
            assertThat(applied.has("verifiedAt")).as("not yet").isFalse();
            node.acknowledge(Stage.STAGE_VERIFIED);
            reader.next(about("rollout.done", site.group()), "rollout.done");
            JsonNode rollout = rollout(revision);
            assertThat(rollout.get("complete").asBoolean()).isTrue();
            assertThat(rollout.has("completedAt")).isTrue();
            JsonNode step = rollout.get("nodes").get(0);
            assertThat(Instant.parse(step.get("appliedAt").asString()))
                    .isAfter(Instant.parse(step.get("receivedAt").asString()))
                    .isBefore(Instant.parse(step.get("verifiedAt").asString()));

            long next = api.patch("/vips/" + site.vip(), "{\"newFlowsPerSecond\": 3}", "*")
                    .expect(200)
                    .revision();
            node.awaitRevision(next);
            node.acknowledge(Stage.STAGE_REJECTED);
            reader.next(about("rollout.rejected", site.node()), "rollout.rejected");
            assertThat(rollout(next).get("nodes").get(0).has("rejectedAt")).isTrue();
            assertThat(rollout(revision).get("complete").asBoolean())
                    .as("what was once through stays so")
                    .isTrue();
        }
    }

    private JsonNode rollout(long revision) {
        return api.get("/rollouts?revision=" + revision)
                .expect(200)
                .json()
                .get("items")
                .get(0);
    }
}
