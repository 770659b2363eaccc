package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.deployment.Api;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.Reply;
import dev.carom.lab.topology.HostName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What cannot work by direct return is refused with a problem that says so, and nothing reaches a node. */
@EndToEnd
class BadInputIT {
    private static RunningService running;
    private static Api api;

    @BeforeAll
    static void start(Deployment deployment) {
        running = RunningService.start(deployment, "bad-input", "10.0.0.161", RunningService.EQUAL);
        running.awaitAllBackends();
        api = deployment.api();
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void portTranslation() {
        Map<String, Object> listener = new HashMap<>(listener("81"));
        listener.put("targetPort", 8081);
        refused("vips/" + running.service().vipId() + "/listeners", listener);
    }

    @Test
    void overlappingListeners() {
        refused("vips/" + running.service().vipId() + "/listeners", listener("79-90"));
    }

    @Test
    void portsThatAreNone() {
        refused("vips/" + running.service().vipId() + "/listeners", listener("0-70000"));
    }

    @Test
    void vipAsBackend() {
        refused(backends(), Map.of("name", "loop", "address", running.vip(), "weight", 1));
    }

    @Test
    void gatewayAsBackend() {
        refused(
                backends(),
                Map.of(
                        "name",
                        "gateway",
                        "address",
                        running.lab().host(HostName.ROUTER).ipv4(),
                        "weight",
                        1));
    }

    @Test
    void nodeAsBackend() {
        Reply reply = refused(
                backends(),
                Map.of(
                        "name",
                        "node",
                        "address",
                        running.lab().host(HostName.LB1).ipv4(),
                        "weight",
                        1));

        assertThat(reply.text("code")).isEqualTo("BACKEND_IS_NODE");
    }

    @Test
    void backendOnAnotherSegment() {
        refused(
                backends(),
                Map.of(
                        "name",
                        "far",
                        "address",
                        running.lab().host(HostName.CLIENT).ipv4(),
                        "weight",
                        1));
    }

    @Test
    void weightOutOfRange() {
        refused(backends(), Map.of("name", "heavy", "address", "10.0.0.24", "weight", 257));
    }

    @Test
    void addressThatIsNone() {
        refused(
                "vips",
                Map.of("name", "no", "nodeGroupId", running.deployment().nodeGroupId(), "address", "10.0.0.300"));
    }

    private static String backends() {
        return "pools/" + running.service().poolId() + "/backends";
    }

    private static Map<String, Object> listener(String ports) {
        return Map.of(
                "name",
                "bad",
                "protocol",
                "TCP",
                "ports",
                List.of(ports),
                "poolId",
                running.service().poolId());
    }

    private static Reply refused(String path, Map<String, ?> resource) {
        JsonNode before = newestRevision();

        Reply reply = api.post(path, resource);

        assertThat(reply.status()).as(reply.body().toString()).isBetween(400, 422);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        assertThat(reply.text("code")).isNotBlank();
        assertThat(reply.text("detail")).isNotBlank();
        assertThat(newestRevision()).isEqualTo(before);
        assertThat(running.client().spread(60, 4)).containsOnlyKeys("backend1", "backend2", "backend3");
        return reply;
    }

    private static JsonNode newestRevision() {
        return api.get("revisions?limit=1").body();
    }
}
