package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.Api.Answer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that write at once lose nothing, and together break no rule. */
@ControlPlaneTest
class ConcurrencyIT {
    private static final int CLIENTS = 12;

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
    void ofWritersWithTheSameTagOneWinsAndTheOthersHearOfIt() throws Exception {
        String path = "/vips/" + site.vip();
        String tag = api.get(path).tag();
        List<Answer> answers = atOnce(i -> api.patch(path, "{\"newFlowsPerSecond\": " + (i + 1) + "}", tag));
        assertThat(answers).extracting(Answer::status).containsOnly(200, 412);
        List<Answer> won =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(won).hasSize(1);
        assertThat(api.get(path).json().get("newFlowsPerSecond"))
                .isEqualTo(won.getFirst().json().get("newFlowsPerSecond"));
    }

    @Test
    void writersOfDifferentResourcesAllWinAndTheirRevisionsHaveNoGap() throws Exception {
        List<Answer> answers = atOnce(i -> site.backend("b" + i, site.address(120 + i)));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        List<Long> revisions = answers.stream().map(Answer::revision).sorted().toList();
        assertThat(revisions)
                .isEqualTo(IntStream.range(0, CLIENTS)
                        .mapToObj(i -> revisions.getFirst() + i)
                        .toList());
        assertThat(api.get("/backends?poolId=" + site.pool()).json().get("items"))
                .hasSize(CLIENTS);
    }

    @Test
    void overlappingListenersAndEqualNamesAreCreatedOnce() throws Exception {
        List<Answer> listeners = atOnce(i -> site.listen(80 + i + "-200"));
        assertThat(listeners).extracting(Answer::status).containsOnly(201, 409);
        assertThat(listeners).filteredOn(answer -> answer.status() == 201).hasSize(1);

        List<Answer> pools = atOnce(i -> api.post("/pools", "{\"name\": \"once-" + site.number() + "\"}"));
        assertThat(pools).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(pools).filteredOn(answer -> answer.status() == 409).hasSize(CLIENTS - 1);
    }

    @Test
    void aBackendAndAVipOfOneAddressNeverBothArise() throws Exception {
        List<Answer> answers = atOnce(i -> i % 2 == 0
                ? site.backend("b" + i, site.address(130))
                : api.post("/vips", """
                        {"name": "v-%d-%d", "nodeGroupId": "%s", "address": "%s"}
                        """.formatted(site.number(), i, site.group(), site.address(130))));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    }

    private interface Call {
        Answer of(int client);
    }

    private static List<Answer> atOnce(Call call) throws Exception {
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls = IntStream.range(0, CLIENTS)
                    .<Callable<Answer>>mapToObj(i -> () -> call.of(i))
                    .toList();
            return clients.invokeAll(calls).stream().map(ConcurrencyIT::result).toList();
        }
    }

    private static Answer result(Future<Answer> future) {
        return future.resultNow();
    }
}
