package dev.carom.controlplane.api;

import dev.carom.contract.v1.Telemetry;
import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.EventReader.Heard;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A site with a pool that is judged, and what its tests ask of it again and again. */
@ControlPlaneTest
abstract class ReportedSite {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    Api api;
    Site site;
    String listener;
    String backend;
    long configured;

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

    static Telemetry telemetry(ReportingNode node) throws InterruptedException {
        var next = node.stream().next();
        while (!next.hasTelemetry()) {
            next = node.stream().next();
        }
        return next.getTelemetry();
    }

    String router() {
        return sql.sql("select id::text from virtual_router where node_group_id = ?::uuid order by vrid limit 1")
                .param(site.group())
                .query(String.class)
                .single();
    }

    String status(String path, String property) {
        return api.get(path).expect(200).text(property);
    }

    static Predicate<Heard> about(String type, String resource) {
        return event -> event.type().equals(type)
                && event.json().path("resourceId").asString().equals(resource);
    }
}
