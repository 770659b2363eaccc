package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A write says which version it has seen (RFC 9110 13.1.1, RFC 6585 3). */
@ControlPlaneTest
class PreconditionIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Test
    void everyWriteOfAnExistingResourceNeedsTheCurrentTag() {
        Api api = new Api(port);
        Site site = Site.create(api);
        String backend = site.backend("b", site.address(21)).expect(201).id();
        String listener = site.listen("80").expect(201).id();
        String monitor = api.post("/health-monitors", "{\"name\": \"m-" + site.number() + "\"}")
                .expect(201)
                .id();
        String rows = Rows.of(sql);
        for (String path : List.of(
                "/node-groups/" + site.group(),
                "/nodes/" + site.node(),
                "/vips/" + site.vip(),
                "/listeners/" + listener,
                "/pools/" + site.pool(),
                "/backends/" + backend,
                "/health-monitors/" + monitor)) {
            for (String method : List.of("PUT", "PATCH", "DELETE")) {
                String body = method.equals("DELETE") ? null : "{\"name\": \"other\"}";
                api.send(method, path, body, null).refused(428, "PRECONDITION_REQUIRED");
                api.send(method, path, body, "7").refused(428, "PRECONDITION_REQUIRED");
                api.send(method, path, body, "\"77\"").refused(412, "STALE_VERSION");
                api.send(method, path, body, "\"nonsense\"").refused(412, "STALE_VERSION");
            }
        }
        assertThat(Rows.of(sql)).isEqualTo(rows);
    }

    @Test
    void aListOfTagsOrAStarIsTaken() {
        Api api = new Api(port);
        Site site = Site.create(api);
        String path = "/vips/" + site.vip();
        String tag = api.get(path).tag();
        api.patch(path, "{\"newFlowsPerSecond\": 1}", "\"77\", " + tag).expect(200);
        api.patch(path, "{\"newFlowsPerSecond\": 2}", "*").expect(200);
        api.patch(path, "{\"newFlowsPerSecond\": 3}", tag).refused(412, "STALE_VERSION");
    }
}
