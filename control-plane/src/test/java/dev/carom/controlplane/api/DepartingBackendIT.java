package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A deleted backend is gone for callers at once, and for its flows at the end of the pool's drain timeout. */
@ControlPlaneTest
class DepartingBackendIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private Api api;
    private Site site;
    private String backend = "";

    @BeforeEach
    void connect() {
        api = new Api(port);
        site = Site.create(api);
        backend = site.backend("b", site.address(21)).expect(201).id();
    }

    @Test
    void departsUntilTheDrainDeadlineAndFreesItsNameAndAddress() {
        Instant before = Instant.now();
        api.delete("/backends/" + backend, "*").expect(204);
        api.get("/backends/" + backend).refused(404, "NOT_FOUND");
        assertThat(api.get("/backends?poolId=" + site.pool()).json().get("items"))
                .isEmpty();
        assertThat(deadlines())
                .singleElement()
                .satisfies(deadline -> assertThat(deadline)
                        .isBetween(before.plus(Site.DRAIN), Instant.now().plus(Site.DRAIN)));
        site.backend("b", site.address(21)).expect(201);
    }

    @Test
    void isCutWhenForced() {
        api.delete("/backends/" + backend + "?force=true", "*").expect(204);
        assertThat(deadlines()).isEmpty();
    }

    @Test
    void isRemovedByARevisionOfItsOwnWhenTheDeadlineHasPassed() {
        api.patch("/pools/" + site.pool(), "{\"drainTimeoutMs\": 200}", "*").expect(200);
        long departed = api.delete("/backends/" + backend, "*").expect(204).revision();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(deadlines()).isEmpty());
        assertThat(api.get("/revisions/" + (departed + 1))
                        .expect(200)
                        .json()
                        .at("/changes/0/action")
                        .asString())
                .isEqualTo("DELETED");
    }

    @Test
    void drainingHasADeadlineAndEndsWithIt() {
        String path = "/backends/" + backend;
        assertThat(api.patch(path, "{\"adminState\": \"DRAINING\"}", "*")
                        .expect(200)
                        .json()
                        .has("drainDeadline"))
                .isTrue();
        assertThat(api.patch(path, "{\"adminState\": \"ENABLED\"}", "*")
                        .expect(200)
                        .json()
                        .has("drainDeadline"))
                .isFalse();
    }

    private List<Instant> deadlines() {
        return sql.sql("SELECT drain_deadline FROM backend WHERE id = :id AND departing")
                .param("id", UUID.fromString(backend))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
    }
}
