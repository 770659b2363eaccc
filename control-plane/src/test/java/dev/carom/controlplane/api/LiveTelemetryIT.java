package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.Live;
import dev.carom.contract.v1.LiveSample;
import dev.carom.contract.v1.ReportRequest;
import dev.carom.contract.v1.Telemetry;
import dev.carom.controlplane.api.EventReader.Heard;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Drains, live samples and the topology, as nodes report them. */
class LiveTelemetryIT extends ReportedSite {
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
}
