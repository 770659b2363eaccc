package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.HealthState;
import dev.carom.contract.v1.Live;
import dev.carom.contract.v1.LiveSample;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.Stage;
import dev.carom.contract.v1.Telemetry;
import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.EventReader.Heard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a node says becomes statuses, events and live samples. */
@ControlPlaneTest
class TelemetryIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private Api api;
    private Site site;
    private String listener;
    private String backend;
    private long configured;

    @BeforeEach
    void configure() {
        api = new Api(port);
        site = Site.create(api);
        String monitor = api.post("/health-monitors", "{\"name\": \"monitor-%d\"}".formatted(site.number()))
                .expect(201)
                .id();
        api.patch("/pools/" + site.pool(), "{\"healthMonitorId\": \"%s\"}".formatted(monitor), "*")
                .expect(200);
        listener = site.listen("80").expect(201).id();
        var created = site.backend("web", site.address(21)).expect(201);
        backend = created.id();
        configured = created.revision();
    }

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
    void findingsAndTakeOversAreEvents() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port);
                EventReader reader = api.watch("", null)) {
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
            node.acknowledge(Stage.STAGE_VERIFIED);
            reader.next(about("rollout.done", site.group()), "rollout.done");
            JsonNode rollout = rollout(revision);
            assertThat(rollout.get("complete").asBoolean()).isTrue();
            assertThat(rollout.has("completedAt")).isTrue();
            JsonNode step = rollout.get("nodes").get(0);
            assertThat(step.get("verifiedAt").asString())
                    .isEqualTo(step.get("receivedAt").asString());

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

    @Test
    void aDrainIsToldFromItsStartToItsLastFlow() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port);
                EventReader reader = api.watch("", null)) {
            reader.next("tick");
            api.patch("/backends/" + backend, "{\"adminState\": \"DRAINING\"}", "*")
                    .expect(200);
            reader.next(about("backend.draining", backend), "backend.draining");
            assertThat(status("/backends/" + backend, "operatingStatus")).isEqualTo("DRAINING");
            long flows = 2;
            Heard told = null;
            while (told == null) {
                long left = flows;
                node.report(report -> report.setCounters(ReportingNode.flows(backend, left)));
                flows = Math.max(0, flows - 1);
                told = reader.poll(about("backend.drained", backend), Duration.ofMillis(700));
            }
            assertThat(told.json().get("summary").asString()).contains("no flow is left");
        }
    }

    @Test
    void whatSomebodyLooksAtIsAskedOfItsNodeAndToldLive() throws Exception {
        String series = "vips/" + site.vip();
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            try (EventReader reader = api.watch("?series=" + series, null)) {
                Telemetry asked = telemetry(node);
                assertThat(asked.getSeriesList()).containsExactly(series);
                assertThat(asked.getIntervalMs()).isEqualTo(1_000);
                node.send(ReportRequest.newBuilder()
                        .setLive(Live.newBuilder()
                                .setIntervalMs(1_000)
                                .addSamples(LiveSample.newBuilder()
                                        .setSeries(series)
                                        .setPackets(70)
                                        .setBytes(9_000)
                                        .setNewFlows(4)))
                        .build());
                JsonNode sample = reader.next("series.sample").json();
                assertThat(sample.get("series").asString()).isEqualTo(series);
                assertThat(sample.get("nodeId").asString()).isEqualTo(site.node());
                assertThat(sample.get("packets").asLong()).isEqualTo(70);
                assertThat(sample.get("bytes").asLong()).isEqualTo(9_000);
                assertThat(sample.get("newFlows").asLong()).isEqualTo(4);
            }
            assertThat(telemetry(node).getSeriesList())
                    .as("nobody looks any more")
                    .isEmpty();
        }
    }

    @Test
    void theTopologyShowsWhoCarriesAVipAndWhereItsBackendsAre() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            node.report(report -> report.addVirtualRouters(ReportingNode.role(router(), true))
                    .addNeighbors(ReportingNode.neighbor(backend, "52:54:00:00:00:22")));
            JsonNode group = api.get("/topology?nodeGroupId=" + site.group())
                    .expect(200)
                    .json()
                    .get("nodeGroups")
                    .get(0);
            assertThat(group.get("nodes").get(0).get("fresh").asBoolean()).isTrue();
            assertThat(group.get("vips").get(0).get("ownerNodeId").asString()).isEqualTo(site.node());
            JsonNode server = group.get("backends").get(0);
            assertThat(server.get("mac").asString()).isEqualTo("52:54:00:00:00:22");
            assertThat(server.get("vipIds").get(0).asString()).isEqualTo(site.vip());
            assertThat(group.get("networks")
                            .valueStream()
                            .filter(network -> network.get("id").equals(server.get("networkId")))
                            .map(network -> network.get("name").asString()))
                    .containsExactly("servers");
        }
    }

    private static Telemetry telemetry(ReportingNode node) throws InterruptedException {
        var next = node.stream().next();
        while (!next.hasTelemetry()) {
            next = node.stream().next();
        }
        return next.getTelemetry();
    }

    private String router() {
        return sql.sql("select id::text from virtual_router where node_group_id = ?::uuid order by vrid limit 1")
                .param(site.group())
                .query(String.class)
                .single();
    }

    private String status(String path, String property) {
        return api.get(path).expect(200).text(property);
    }

    private static Predicate<Heard> about(String type, String resource) {
        return event -> event.type().equals(type)
                && event.json().path("resourceId").asString().equals(resource);
    }
}
