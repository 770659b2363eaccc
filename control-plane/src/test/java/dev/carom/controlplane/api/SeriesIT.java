package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.BackendCounters;
import dev.carom.contract.v1.Command;
import dev.carom.contract.v1.CommandKind;
import dev.carom.contract.v1.Counters;
import dev.carom.contract.v1.KeptSecond;
import dev.carom.contract.v1.RecallOrder;
import dev.carom.contract.v1.Recollection;
import dev.carom.contract.v1.VipCounters;
import dev.carom.controlplane.history.Told;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** From the reports of a node to the picture of a VIP. */
class SeriesIT extends ReportedSite {
    @Autowired
    ApplicationContext application;

    @Test
    void whatNodesReportIsThePastOfTheirVipsAndBackends() throws Exception {
        String idle = site.backend("idle", site.address(22)).expect(201).id();
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            for (long packets : List.of(1_000L, 1_400L, 1_500L)) {
                node.report(report -> report.setCounters(counters(packets, idle)));
            }
        }
        Told.writeAll(application);
        String vip = "/vips/" + site.vip() + "/series";
        JsonNode series = api.get(vip + "?step=10").expect(200).json();
        assertThat(series.get("series").asString()).isEqualTo("vips/" + site.vip());
        assertThat(series.get("stepSeconds").asLong()).isEqualTo(10);
        assertThat(series.get("points").size()).isBetween(720, 722);
        assertThat(sum(series, "packets")).isEqualTo(500);
        assertThat(sum(series, "bytes")).isEqualTo(50_000);
        assertThat(series.at("/points/0/packets").isNull()).as("a gap").isTrue();
        assertThat(series.at("/points/0/nodes").asInt()).isZero();
        assertThat(sum(api.get(vip + "?step=60").expect(200).json(), "packets")).isEqualTo(500);
        assertThat(sum(api.get("/backends/" + backend + "/series").expect(200).json(), "newFlows"))
                .isEqualTo(50);
        JsonNode nothing = api.get("/backends/" + idle + "/series").expect(200).json();
        assertThat(nothing.get("points")
                        .valueStream()
                        .filter(point -> point.get("packets").isNumber()))
                .as("told of, and idle")
                .isNotEmpty()
                .allSatisfy(point -> assertThat(point.get("packets").asLong()).isZero());
    }

    @Test
    void secondsAreAskedOfTheNodesThatKeepThem() throws Exception {
        Instant from = Instant.now().minusSeconds(60);
        String path = "/vips/" + site.vip() + "/series?step=1&from=" + from;
        assertThat(numbers(api.get(path).expect(200).json(), "packets"))
                .as("no node is there")
                .isEmpty();
        try (ReportingNode node = ReportingNode.dial(site, port);
                ExecutorService asking = Executors.newSingleThreadExecutor()) {
            node.report(report -> report);
            Future<JsonNode> asked =
                    asking.submit(() -> api.get(path).expect(200).json());
            Command command = node.answer(
                    CommandKind.COMMAND_KIND_RECALL,
                    Recollection.newBuilder()
                            .addSeconds(KeptSecond.newBuilder()
                                    .setEndedMsAgo(2_000)
                                    .setLengthMs(1_000)
                                    .setPackets(70)
                                    .setBytes(7_000)
                                    .setNewFlows(3))
                            .build()
                            .toByteString());
            assertThat(RecallOrder.parseFrom(command.getPayload()).getId()).isEqualTo(ReportingNode.id(site.vip()));
            assertThat(asked.get().get("stepSeconds").asLong()).isEqualTo(1);
            assertThat(asked.get().get("points").size())
                    .isBetween(60, (int) from.until(Instant.now(), ChronoUnit.SECONDS) + 2);
            assertThat(numbers(asked.get(), "packets")).hasSizeBetween(1, 2);
            assertThat(sum(asked.get(), "packets")).isEqualTo(70);
        }
    }

    @Test
    void aBadQuestionIsRefusedAndAForeignResourceIsNotThere() {
        String vip = "/vips/" + site.vip() + "/series";
        api.get(vip + "?step=0").refused(400, "OUT_OF_RANGE");
        api.get(vip + "?from=yesterday").expect(400);
        api.get(vip + "?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z").refused(400, "EMPTY_RANGE");
        api.get("/vips/" + UUID.randomUUID() + "/series").refused(404, "NOT_FOUND");
        api.get("/backends/" + UUID.randomUUID() + "/series").refused(404, "NOT_FOUND");
        Api stranger = new Api(port, viewerOf(Site.create(api).group()));
        stranger.get(vip).refused(404, "NOT_FOUND");
        stranger.get("/backends/" + backend + "/series").refused(404, "NOT_FOUND");
        Api viewer = new Api(port, viewerOf(site.group()));
        viewer.get(vip).expect(200);
        viewer.get("/backends/" + backend + "/series").expect(200);
    }

    private String viewerOf(String group) {
        return api.post("/tokens", """
                        {"name": "t-%s", "role": "VIEWER", "nodeGroupIds": ["%s"], "labels": {}}
                        """.formatted(UUID.randomUUID().toString().substring(0, 18), group))
                .expect(201)
                .text("token");
    }

    private Counters counters(long packets, String idle) {
        return Counters.newBuilder()
                .addVips(VipCounters.newBuilder()
                        .setVipId(ReportingNode.id(site.vip()))
                        .setPackets(packets)
                        .setBytes(packets * 100)
                        .setNewFlows(packets / 10))
                .addBackends(BackendCounters.newBuilder()
                        .setBackendId(ReportingNode.id(backend))
                        .setPackets(packets)
                        .setBytes(packets * 100)
                        .setNewFlows(packets / 10))
                .addBackends(BackendCounters.newBuilder().setBackendId(ReportingNode.id(idle)))
                .build();
    }

    private static long sum(JsonNode series, String counter) {
        return numbers(series, counter).stream().mapToLong(Long::longValue).sum();
    }

    private static List<Long> numbers(JsonNode series, String counter) {
        return series.get("points")
                .valueStream()
                .filter(point -> point.get(counter).isNumber())
                .map(point -> point.get(counter).asLong())
                .toList();
    }
}
