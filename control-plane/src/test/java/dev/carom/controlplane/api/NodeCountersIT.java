package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.carom.contract.v1.BackendCounters;
import dev.carom.contract.v1.Counters;
import dev.carom.contract.v1.ListenerCounters;
import dev.carom.contract.v1.ReasonCounter;
import dev.carom.contract.v1.VipCounters;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NodeCountersIT extends ReportedSite {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void whatTheNodeCountedIsShownAsItSaidIt() throws Exception {
        String path = "/nodes/" + site.node() + "/counters";
        api.get(path).refused(404, "NOT_FOUND");
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            node.report(report -> report.setCounters(Counters.newBuilder()
                    .addVips(VipCounters.newBuilder()
                            .setVipId(bytes(site.vip()))
                            .setPackets(10)
                            .setBytes(1_000)
                            .setNewFlows(2))
                    .addListeners(ListenerCounters.newBuilder()
                            .setListenerId(bytes(listener))
                            .setPackets(8)
                            .setBytes(800)
                            .setNewFlows(2)
                            .setDropped(5))
                    .addBackends(BackendCounters.newBuilder()
                            .setBackendId(bytes(backend))
                            .setPackets(9)
                            .setBytes(900)
                            .setNewFlows(1)
                            .setFlows(1))
                    .addReasons(ReasonCounter.newBuilder().setReason("BOUNCED").setPackets(3))
                    .setFlows(7)));
            JsonNode counters = api.get(path).expect(200).json();
            assertThat(counters.get("fresh").asBoolean()).isTrue();
            assertThat(counters.get("flows").asLong()).isEqualTo(7);
            assertThat(counters.at("/vips/0/vipId").asString()).isEqualTo(site.vip());
            assertThat(counters.at("/vips/0/bytes").asLong()).isEqualTo(1_000);
            assertThat(counters.at("/listeners/0/listenerId").asString()).isEqualTo(listener);
            assertThat(counters.at("/listeners/0/packets").asLong()).isEqualTo(8);
            assertThat(counters.at("/listeners/0/dropped").asLong()).isEqualTo(5);
            assertThat(counters.at("/backends/0/backendId").asString()).isEqualTo(backend);
            assertThat(counters.at("/backends/0/newFlows").asLong()).isEqualTo(1);
            assertThat(counters.at("/reasons/0/reason").asString()).isEqualTo("BOUNCED");
            assertThat(counters.at("/reasons/0/packets").asLong()).isEqualTo(3);
        }
    }

    @Test
    void aNodeThatIsDeletedIsForgottenWithItsFindings() throws Exception {
        String finding = "BOUNCED";
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            node.report(report -> report.addFindings(ReportingNode.finding(finding, "backends/" + backend)));
        }
        await().atMost(LONG).until(() -> findings().contains(backend));
        api.delete("/nodes/" + site.node(), "*").expect(204);
        await().atMost(LONG).until(() -> !findings().contains(backend));
        api.get("/nodes/" + site.node() + "/counters").refused(404, "NOT_FOUND");
    }

    private String findings() {
        return api.get("/findings?limit=500").expect(200).response().body();
    }

    private static ByteString bytes(String id) {
        UUID uuid = UUID.fromString(id);
        return ByteString.copyFrom(ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array());
    }
}
