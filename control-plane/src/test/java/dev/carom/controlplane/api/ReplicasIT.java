package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.contract.v1.HealthState;
import dev.carom.contract.v1.Stage;
import dev.carom.controlplane.Replica;
import dev.carom.controlplane.api.Api.Answer;
import dev.carom.controlplane.api.EventReader.Heard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** Two control planes on one database are one to whoever asks: each answers as the other, and loses nothing. */
@TestInstance(Lifecycle.PER_CLASS)
class ReplicasIT extends ReportedSite {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CLIENTS = 10;

    private Replica replica;
    private Api other;

    @BeforeAll
    void start(@Autowired ApplicationContext first) {
        replica = Replica.beside(first);
        other = new Api(replica.port());
    }

    @AfterAll
    void stop() {
        replica.close();
    }

    @Test
    void bothAnswerTheSameOfWhatNodesTellOneOfThem() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, replica.port())) {
            node.awaitRevision(configured);
            node.acknowledge(Stage.STAGE_VERIFIED);
            node.report(report -> report.addHealth(
                    ReportingNode.health(listener, backend, HealthState.HEALTH_STATE_DOWN, "refused")));
            for (Api each : List.of(api, other)) {
                await(() -> each.get("/backends/" + backend)
                        .expect(200)
                        .text("operatingStatus")
                        .equals("OFFLINE"));
                await(() -> each.get("/vips/" + site.vip())
                        .expect(200)
                        .text("provisioningStatus")
                        .equals("ACTIVE"));
            }
            List<String> resources = List.of(
                    "/vips/" + site.vip(),
                    "/listeners/" + listener,
                    "/pools/" + site.pool(),
                    "/backends/" + backend,
                    "/nodes/" + site.node(),
                    "/node-groups/" + site.group(),
                    "/rollouts?filter=nodeGroupId=" + site.group(),
                    "/events?filter=resourceId=" + site.node(),
                    "/events?filter=resourceId=" + backend);
            for (String path : resources) {
                await(() -> timeless(api.get(path)).equals(timeless(other.get(path))));
            }
            assertThat(api.get("/events?filter=type=backend.down,resourceId=" + backend)
                            .json()
                            .get("items"))
                    .as("told once, though both heard of it")
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    /** What is different is told to whichever replica, and each knows all. */
    @Test
    void bothKnowAllThatIsToldInPartsToOneAndTheOther() throws Exception {
        try (ReportingNode node = ReportingNode.dial(site, port)) {
            node.report(report -> report.addHealth(
                            ReportingNode.health(listener, backend, HealthState.HEALTH_STATE_UP, "200"))
                    .setCounters(ReportingNode.flows(backend, 0)));
            for (int i = 1; i <= CLIENTS; i++) {
                long flows = i;
                int teller = i % 2 == 0 ? replica.port() : port;
                assertThat(node.change(teller, report -> report.setCounters(ReportingNode.flows(backend, flows))))
                        .isEqualTo(200);
                for (Api each : List.of(api, other)) {
                    await(() -> each.get("/backends/" + backend)
                                    .json()
                                    .path("flows")
                                    .asLong()
                            == flows);
                    assertThat(each.get("/backends/" + backend).expect(200).text("operatingStatus"))
                            .isEqualTo("ONLINE");
                }
            }
        }
    }

    /** Ages go on between two questions. */
    private static String timeless(Answer answer) {
        return answer.expect(200).json().toString().replaceAll("\"[a-zA-Z]*(Age|AgeMs|ageMs|Seconds)\":[0-9.]+", "");
    }

    @Test
    void whoWatchesEitherHearsOfAllThatIsDoneOnBoth() throws Exception {
        try (EventReader here = api.watch("", null);
                EventReader there = other.watch("", null)) {
            here.next("tick");
            there.next("tick");
            List<String> made = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                made.add((i % 2 == 0 ? api : other)
                        .post("/pools", "{\"name\": \"told-%d-%d\"}".formatted(site.number(), i))
                        .expect(201)
                        .id());
            }
            List<String> heardHere = ids(here, made);
            assertThat(heardHere).isEqualTo(ids(there, made));
            assertThat(heardHere).doesNotHaveDuplicates().hasSize(CLIENTS);
        }
    }

    /** The events' ids, in the order of the writes. */
    private static List<String> ids(EventReader reader, List<String> made) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (String pool : made) {
            Heard heard = reader.next(about("pool.created", pool), "pool.created");
            ids.add(heard.id());
        }
        return ids;
    }

    @Test
    void clientsOfBothThatWriteAtOnceLoseNothing() throws Exception {
        String path = "/vips/" + site.vip();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            CyclicBarrier allHaveRead = new CyclicBarrier(CLIENTS);
            List<Callable<Integer>> writers = IntStream.range(0, CLIENTS)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> label(i % 2 == 0 ? api : other, path, "client-" + i, allHaveRead))
                    .toList();
            int refused = 0;
            for (Future<Integer> writer : clients.invokeAll(writers)) {
                refused += writer.get();
            }
            assertThat(refused)
                    .as("all but one were overtaken, and heard of it")
                    .isGreaterThanOrEqualTo(CLIENTS - 1);
        }
        List<String> all =
                IntStream.range(0, CLIENTS).mapToObj(i -> "client-" + i).toList();
        assertThat(labels(api, path)).containsAll(all);
        assertThat(labels(other, path)).containsAll(all);
    }

    /** Reads, adds one label to what it read, writes; anew as long as somebody was faster. */
    private static int label(Api client, String path, String label, CyclicBarrier allHaveRead) throws Exception {
        for (int refused = 0; ; refused++) {
            Answer read = client.get(path).expect(200);
            if (refused == 0) {
                allHaveRead.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            ObjectNode labels = ((ObjectNode) read.json().path("labels")).put(label, "yes");
            Answer written = client.patch(path, "{\"labels\": " + labels + "}", read.tag());
            if (written.status() == 200) {
                return refused;
            }
            written.refused(412, "STALE_VERSION");
        }
    }

    private static Stream<String> labels(Api client, String path) {
        return client.get(path).expect(200).json().path("labels").propertyNames().stream();
    }

    @Test
    void aCanaryGoesOnWithoutTheReplicaThatBeganIt(@Autowired ApplicationContext first) throws Exception {
        try (CanarySite canary = CanarySite.dial(this)) {
            long revision;
            try (Replica dying = Replica.beside(first)) {
                revision = canary.ask(new Api(dying.port()), "nodes/" + site.node(), "&canarySoak=1", 7)
                        .expect(200)
                        .revision();
            }
            canary.first.awaitRevision(revision);
            canary.first.acknowledge(Stage.STAGE_VERIFIED);
            canary.awaitState(revision, "SOAKING");
            canary.tell(canary.first, HealthState.HEALTH_STATE_UP);
            canary.awaitState(revision, "PASSED");
            canary.second.awaitRevision(revision);
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
