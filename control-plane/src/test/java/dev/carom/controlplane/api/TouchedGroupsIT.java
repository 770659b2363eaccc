package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a write leads to by reading the groups that it touched is what reading all groups anew leads to. */
@ControlPlaneTest
class TouchedGroupsIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private Api api;
    private Site one;
    private Site other;

    @BeforeEach
    void connect() {
        api = new Api(port);
        one = Site.create(api);
        other = Site.create(api);
    }

    @Test
    void aBackendIsTheBusinessOfThoseWhoseListenersLeadToIt() {
        one.listen("80").expect(201);
        String backend = reaching(() -> one.backend("a", one.address(21)));
        reaching(() -> api.patch("/backends/" + backend, "{\"weight\": 7}", "*"));
        reaching(() -> api.delete("/backends/" + backend, "*"));
        String second = reaching(() -> one.backend("b", one.address(22)));
        reaching(() -> api.delete("/backends/" + second + "?force=true", "*"));
    }

    @Test
    void aPoolAndItsMonitorReachThroughFallbacks() {
        one.backend("a", one.address(21)).expect(201);
        String spare = api.post("/pools", "{\"name\": \"spare-%d\"}".formatted(one.number()))
                .expect(201)
                .id();
        reaching(() -> one.listen("80"));
        reaching(() -> api.patch("/pools/" + one.pool(), falling(spare), "*"));
        reaching(() -> api.post(
                "/pools/" + spare + "/backends", "{\"name\": \"s\", \"address\": \"%s\"}".formatted(one.address(31))));
        String monitor = api.post("/health-monitors", "{\"name\": \"m-%d\", \"type\": \"TCP\"}".formatted(one.number()))
                .expect(201)
                .id();
        reaching(() -> api.patch("/pools/" + spare, "{\"healthMonitorId\": \"" + monitor + "\"}", "*"));
        reaching(() -> api.patch("/health-monitors/" + monitor, "{\"rise\": 5}", "*"));
        reaching(() ->
                api.patch("/pools/" + one.pool(), "{\"allDownPolicy\": \"DROP\", \"fallbackPoolId\": null}", "*"));
    }

    @Test
    void aListenerLeadsElsewhereAndGoesWithItsVip() {
        String listener = reaching(() -> one.listen("80"));
        other.backend("o", one.address(41)).expect(201);
        reaching(() -> api.patch("/listeners/" + listener, "{\"poolId\": \"" + other.pool() + "\"}", "*"));
        reaching(() -> api.patch("/vips/" + one.vip(), "{\"newFlowsPerSecond\": 9}", "*"));
        reaching(() -> api.delete("/vips/" + one.vip(), "*"));
    }

    @Test
    void aVipThatMovesChangesBothGroups() {
        Map<String, String> before = settled();
        reaching(() -> api.patch(
                "/vips/" + one.vip(), "{\"nodeGroupId\": \"%s\", \"vrid\": null}".formatted(other.group()), "*"));
        assertThat(settled()).doesNotContainEntry(one.group(), before.get(one.group()));
        assertThat(settled()).doesNotContainEntry(other.group(), before.get(other.group()));
    }

    @Test
    void nodesAreTheBusinessOfTheirGroup() {
        reaching(() -> api.patch("/nodes/" + one.node(), "{\"addresses\": [\"%s\"]}".formatted(one.address(12)), "*"));
        reaching(() -> api.delete("/nodes/" + one.node(), "*"));
        reaching(() -> api.patch("/node-groups/" + one.group(), "{\"networks\": []}", "*"));
    }

    private static String falling(String spare) {
        return "{\"allDownPolicy\": \"FALLBACK\", \"fallbackPoolId\": \"" + spare + "\"}";
    }

    /** Writes, and compares all states with those of a rollout that reads everything. The id of what was written. */
    private String reaching(Supplier<Api.Answer> write) {
        Map<String, String> before = settled();
        Api.Answer answer = write.get();
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 204);
        Map<String, String> after = settled();
        assertThat(after).as("the write reaches a group").isNotEqualTo(before);
        sql.sql("update rollout set epoch = 0, revision = 0").update();
        assertThat(settled()).isEqualTo(after);
        return answer.status() == 204 ? "" : answer.id();
    }

    /** The hash of each group's state, once the rollout is where the configuration is. */
    private Map<String, String> settled() {
        sql.sql("select pg_notify('carom_revision', '')")
                .query((row, number) -> 1)
                .single();
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> sql.sql("select exists (select from rollout join configuration using (epoch, revision))")
                        .query(Boolean.class)
                        .single());
        return sql
                .sql("select node_group_id::text, encode(hash, 'hex') from desired_state")
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
