package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.client.SteadyTraffic;
import dev.carom.lab.deployment.Api;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Ten times what one identity may ask at once: neither the data path nor the agents' streams notice. */
@EndToEnd
class RequestFloodIT {
    /** Ten times carom.limits.burst. */
    private static final int REQUESTS = 10_000;

    private static final int AT_A_TIME = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration ARRIVAL = Duration.ofSeconds(30);

    @Test
    void trafficAndChangesGoOnWhileTheInterfaceIsFlooded(Deployment deployment) throws Exception {
        Api api = deployment.api();
        JsonNode token = api.create("tokens", Map.of("name", "flooder", "role", "VIEWER"))
                .body();
        try (RunningService running = RunningService.start(deployment, "flooded", "10.0.0.191", RunningService.EQUAL);
                SteadyTraffic traffic = SteadyTraffic.start(running.client(), PATIENCE);
                ExecutorService flooders = Executors.newVirtualThreadPerTaskExecutor()) {
            long before = streamsOpened(deployment);
            Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
            Future<?> flood =
                    flooders.submit(() -> flood(deployment, token.get("token").asString(), answers));
            Waiting.untilTrue("the first refusal", ARRIVAL, () -> answers.containsKey(429));
            assertThat(flood.isDone()).as("the flood goes on").isFalse();

            api.change(
                    "backends/" + running.service().backendIds().get(HostName.BACKEND1),
                    Map.of("adminState", "DISABLED"));
            Waiting.untilTrue(
                    "new connections to avoid backend1",
                    ARRIVAL,
                    () -> !running.client().spread(20, 4).containsKey("backend1"));

            flood.get();
            assertThat(traffic.stop()).as("requests of the client that failed").isEmpty();
            assertThat(answers.keySet()).containsExactlyInAnyOrder(200, 429);
            assertThat(streamsOpened(deployment))
                    .as("streams that the agents have opened")
                    .isEqualTo(before);
        } finally {
            api.delete("tokens/" + token.get("id").asString());
        }
    }

    private static long streamsOpened(Deployment deployment) {
        return Stream.of(HostName.LB1, HostName.LB2)
                .flatMap(balancer -> deployment.agent(balancer).logText().lines())
                .filter(line -> line.contains("connected to http"))
                .count();
    }

    private static void flood(Deployment deployment, String token, Map<Integer, AtomicInteger> answers) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + deployment.controlPlane().port() + "/api/v1/vips"))
                .header("Authorization", "Bearer " + token)
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_A_TIME; i++) {
                senders.submit(() -> {
                    for (int sent = 0; sent < REQUESTS / AT_A_TIME; sent++) {
                        answers.computeIfAbsent(status(client, request), status -> new AtomicInteger())
                                .incrementAndGet();
                    }
                });
            }
        }
    }

    /** 0 when there was none. */
    private static int status(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
