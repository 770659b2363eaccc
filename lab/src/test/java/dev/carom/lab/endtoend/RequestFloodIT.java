package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.client.SteadyTraffic;
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
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Far more requests than one address may make: neither the data path nor the agents' streams notice. */
@EndToEnd
class RequestFloodIT {
    /** Ten times carom.limits.unknown-burst; what is allowed each second beyond it is small beside this. */
    private static final int REQUESTS = 2_000;

    private static final int AT_A_TIME = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void trafficAndChangesGoOnWhileTheInterfaceIsFlooded(Deployment deployment) {
        try (RunningService running = RunningService.start(deployment, "flooded", "10.0.0.191", RunningService.EQUAL)) {
            running.awaitAllBackends();
            long streams = streamsOpened(deployment);
            try (SteadyTraffic traffic = SteadyTraffic.start(running.client(), PATIENCE);
                    Flood flood = new Flood(deployment.controlPlane().address().resolve("/api/v1/vips"))) {
                Waiting.untilTrue("the first refusal", LIMIT, () -> flood.answers(429) > 0);
                deployment
                        .api()
                        .change(
                                "backends/" + running.service().backendIds().get(HostName.BACKEND1),
                                Map.of("adminState", "DRAINING"));
                Waiting.untilTrue(
                        "new connections to avoid backend1",
                        LIMIT,
                        () -> !running.client().spread(20, 4).containsKey("backend1"));
                Waiting.untilTrue(
                        REQUESTS + " requests", LIMIT, () -> flood.answers(401) + flood.answers(429) >= REQUESTS);
                assertThat(flood.answers(429)).as("requests refused unread").isGreaterThan(flood.answers(401));
                assertThat(flood.answers(0)).as("requests without an answer").isZero();
                assertThat(traffic.stop())
                        .as("requests of the client that failed")
                        .isEmpty();
            }
            assertThat(streamsOpened(deployment))
                    .as("streams that the agents have opened")
                    .isEqualTo(streams);
        }
    }

    private static long streamsOpened(Deployment deployment) {
        return Stream.of(HostName.LB1, HostName.LB2)
                .flatMap(balancer -> deployment.agent(balancer).logText().lines())
                .filter(line -> line.contains("connected to http"))
                .count();
    }

    /** Somebody with a token that is none, until it is closed. */
    private static final class Flood implements AutoCloseable {
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
        private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
        private volatile boolean running = true;

        Flood(URI target) {
            HttpRequest request = HttpRequest.newBuilder(target)
                    .header("Authorization", "Bearer carom_api_invented")
                    .build();
            for (int i = 0; i < AT_A_TIME; i++) {
                senders.submit(() -> {
                    while (running) {
                        answers.computeIfAbsent(status(request), status -> new LongAdder())
                                .increment();
                    }
                });
            }
        }

        /** How often there was this status; 0: none at all. */
        long answers(int status) {
            return answers.getOrDefault(status, new LongAdder()).sum();
        }

        private int status(HttpRequest request) {
            try {
                return client.send(request, BodyHandlers.discarding()).statusCode();
            } catch (IOException e) {
                return 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }

        @Override
        public void close() {
            running = false;
            senders.close();
            client.close();
        }
    }
}
