package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Each operation costs the same number of statements with 10 and with 1,000 VIPs, however long its list. */
@ControlPlaneTest
@Import(StatementCount.class)
class StatementCountIT {
    private static final int FEW = 10;
    private static final int MANY = 1_000;

    /** The page's keys and its rows; what serves them; where they are wanted, and what nodes have of that. */
    private static final Map<String, Long> LISTS =
            Map.of("list of vips", 9L, "list of listeners", 9L, "list of pools", 8L, "list of backends", 8L);

    @LocalServerPort
    int port;

    @Test
    void doesNotGrowWithTheConfiguration() {
        Api api = new Api(port);
        Site site = Site.create(api);
        site.listen("80").expect(201);
        site.backend("first", site.address(20)).expect(201);
        fill(api, site, FEW);
        costs(api, site, 200);
        Map<String, Long> few = costs(api, site, 201);
        fill(api, site, MANY);
        Map<String, Long> many = costs(api, site, 202);
        clear(api, site);
        assertThat(many).isEqualTo(few);
        assertThat(many).containsAllEntriesOf(LISTS);
    }

    /** The database is other tests' too: what they hold beside it would be little. */
    private static void clear(Api api, Site site) {
        String nothing = "{\"apiVersion\": \"carom.dev/v1\"}";
        String query = "?owner=many-" + site.number();
        String token = api.post("/config/plan" + query, nothing)
                .expect(200)
                .json()
                .path("removalToken")
                .asString("");
        api.put("/config" + query + "&removalToken=" + token, nothing, "*").expect(200);
    }

    /** VIPs with a listener each, ten to a pool, which has two backends. */
    private static void fill(Api api, Site site, int vips) {
        String pools = IntStream.range(0, vips / FEW)
                .mapToObj(pool -> """
                {"name": "many-%1$d", "labels": {"carom.dev/owner": "many-%2$d"}, "backends": [
                  {"name": "one", "address": "10.%2$d.0.31"}, {"name": "two", "address": "10.%2$d.0.32"}]}
                """.formatted(pool, site.number()))
                .collect(Collectors.joining(","));
        String addresses = IntStream.range(0, vips)
                .mapToObj(vip -> """
                {"name": "many-%1$d", "nodeGroup": "group-%2$d", "address": "172.28.%3$d.%4$d",
                 "labels": {"carom.dev/owner": "many-%2$d"},
                 "listeners": [{"name": "web", "ports": ["80"], "pool": "many-%5$d"}]}
                """.formatted(vip, site.number(), vip / 250, 1 + vip % 250, vip / FEW))
                .collect(Collectors.joining(","));
        api.put("/config", """
                {"apiVersion": "carom.dev/v1", "pools": [%s], "vips": [%s]}
                """.formatted(pools, addresses), "*").expect(200);
    }

    private static Map<String, Long> costs(Api api, Site site, int host) {
        Map<String, Long> costs = new LinkedHashMap<>();
        for (String list : new String[] {
            "vips", "listeners", "pools", "backends", "nodes", "node-groups", "health-monitors", "revisions", "rollouts"
        }) {
            count(
                    costs,
                    "list of " + list,
                    () -> api.get("/" + list + "?limit=50").expect(200));
        }
        count(
                costs,
                "filter",
                () -> api.get("/vips?filter=adminState=ENABLED&sort=-address").expect(200));
        count(costs, "one VIP", () -> api.get("/vips/" + site.vip()).expect(200));
        count(
                costs,
                "status of a group",
                () -> api.get("/node-groups/" + site.group()).expect(200));
        Api.Answer backend = count(
                costs,
                "create a backend",
                () -> site.backend("b" + host, site.address(host)).expect(201));
        count(
                costs,
                "change it",
                () -> api.patch("/backends/" + backend.id(), "{\"weight\": 7}", "*")
                        .expect(200));
        count(
                costs,
                "delete it",
                () -> api.delete("/backends/" + backend.id(), "*").expect(204));
        count(
                costs,
                "change a VIP",
                () -> api.patch("/vips/" + site.vip(), "{\"newFlowsPerSecond\": " + host + "}", "*")
                        .expect(200));
        Api.Answer vip = count(
                costs,
                "create a VIP",
                () -> api.post("/vips", """
                {"name": "v-%1$d", "nodeGroupId": "%2$s", "address": "10.%3$d.0.%1$d"}
                """.formatted(host, site.group(), site.number()))
                        .expect(201));
        count(costs, "delete a VIP", () -> api.delete("/vips/" + vip.id(), "*").expect(204));
        count(
                costs,
                "plan",
                () -> api.post("/config/plan", """
                {"apiVersion": "carom.dev/v1", "pools": [{"name": "pool-%d", "drainTimeoutMs": %d}]}
                """.formatted(site.number(), 1_000 * host))
                        .expect(200));
        return costs;
    }

    private interface Call {
        Api.Answer make();
    }

    private static Api.Answer count(Map<String, Long> costs, String what, Call call) {
        long start = StatementCount.soFar();
        Api.Answer answer = call.make();
        costs.put(what, StatementCount.soFar() - start);
        return answer;
    }
}
