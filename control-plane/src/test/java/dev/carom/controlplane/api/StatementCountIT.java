package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A write costs the same number of statements however much is configured already. */
@ControlPlaneTest
@Import(StatementCount.class)
class StatementCountIT {
    private static final int MORE = 40;

    @LocalServerPort
    int port;

    @Test
    void doesNotGrowWithTheConfiguration() {
        Api api = new Api(port);
        Site site = Site.create(api);
        site.listen("80").expect(201);
        List<Long> few = costs(api, site, 200);
        for (int i = 0; i < MORE; i++) {
            site.backend("more-" + i, site.address(20 + i)).expect(201);
            site.listen(Integer.toString(1_000 + i)).expect(201);
        }
        assertThat(costs(api, site, 210))
                .as("create, change and delete a backend, change the VIP")
                .isEqualTo(few);
    }

    private static List<Long> costs(Api api, Site site, int host) {
        List<Long> costs = new ArrayList<>();
        long start = StatementCount.soFar();
        String backend = "/backends/"
                + site.backend("b" + host, site.address(host)).expect(201).id();
        costs.add(StatementCount.soFar() - start);
        start = StatementCount.soFar();
        api.patch(backend, "{\"weight\": 7}", "*").expect(200);
        costs.add(StatementCount.soFar() - start);
        start = StatementCount.soFar();
        api.delete(backend, "*").expect(204);
        costs.add(StatementCount.soFar() - start);
        start = StatementCount.soFar();
        api.patch("/vips/" + site.vip(), "{\"newFlowsPerSecond\": " + host + "}", "*")
                .expect(200);
        costs.add(StatementCount.soFar() - start);
        return costs;
    }
}
