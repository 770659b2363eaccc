package dev.carom.controlplane.api;

import dev.carom.controlplane.ControlPlaneTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Backends of a fallback pool serve the VIP too, so the rules reach them; and a late listener is checked like an early one. */
@ControlPlaneTest
class FallbackPlacementIT {
    @LocalServerPort
    int port;

    private Api api;
    private Site site;

    @BeforeEach
    void connect() {
        api = new Api(port);
        site = Site.create(api);
    }

    @Test
    void aPoolIsCheckedWhenAListenerBeginsToUseIt() {
        site.backend("far", "192.0.2.7").expect(201);
        site.listen("80").refused(422, "BACKEND_OUTSIDE_NETWORKS").pointingAt("/poolId");
    }

    @Test
    void aFallbackIsCheckedWhenItBecomesOneAndAfterwards() {
        site.listen("80").expect(201);
        String spare = spare("192.0.2.7");
        String fallback = "{\"allDownPolicy\": \"FALLBACK\", \"fallbackPoolId\": \"" + spare + "\"}";
        api.patch("/pools/" + site.pool(), fallback, "*")
                .refused(422, "BACKEND_OUTSIDE_NETWORKS")
                .pointingAt("/fallbackPoolId");

        String backend =
                api.get("/backends?poolId=" + spare).json().at("/items/0/id").asString();
        api.delete("/backends/" + backend + "?force=true", "*").expect(204);
        api.patch("/pools/" + site.pool(), fallback, "*").expect(200);
        api.post("/pools/" + spare + "/backends", "{\"name\": \"far\", \"address\": \"192.0.2.7\"}")
                .refused(422, "BACKEND_OUTSIDE_NETWORKS");
        api.delete("/pools/" + spare, "*").refused(409, "POOL_IN_USE");
    }

    @Test
    void flowsFallBackOnce() {
        String last = spare(site.address(31));
        api.patch(
                        "/pools/" + site.pool(),
                        "{\"allDownPolicy\": \"FALLBACK\", \"fallbackPoolId\": \"" + last + "\"}",
                        "*")
                .expect(200);
        api.patch(
                        "/pools/" + last,
                        "{\"allDownPolicy\": \"FALLBACK\", \"fallbackPoolId\": \"" + site.pool() + "\"}",
                        "*")
                .refused(422, "FALLBACK_CHAIN");
    }

    private String spare(String address) {
        String pool = api.post("/pools", "{\"name\": \"spare-" + site.number() + "\"}")
                .expect(201)
                .id();
        api.post("/pools/" + pool + "/backends", "{\"name\": \"far\", \"address\": \"" + address + "\"}")
                .expect(201);
        return pool;
    }
}
