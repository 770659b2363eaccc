package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.client.HttpConnection;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.Reply;
import dev.carom.lab.process.Output;
import dev.carom.lab.topology.HostName;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What the owner says of a flow before it comes is what becomes of it. */
@EndToEnd
class ExplainIT {
    /** Below those that connections take by themselves: none of theirs is remembered. */
    private static final int FIRST_PORT = 900;

    private static final int FLOWS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static Deployment deployment;
    private static BothFamilies services;

    @BeforeAll
    static void start(Deployment shared) {
        deployment = shared;
        services = BothFamilies.start(
                family -> RunningService.start(shared, family.named("explain"), family.vip(186), RunningService.EQUAL));
        Stream.of(Family.values()).forEach(family -> services.of(family).awaitAllBackends());
    }

    @AfterAll
    static void stop() {
        if (services != null) {
            services.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachFlowReachesTheBackendThatWasExplainedAndIsKnownThen(Family family) {
        Set<String> reached = new HashSet<>();
        for (int port = FIRST_PORT; port < FIRST_PORT + FLOWS; port++) {
            JsonNode before = explain(family, port);
            assertThat(before.get("outcome").asString()).isEqualTo("BY_HASH");
            assertThat(before.get("nodeId").asString()).isEqualTo(deployment.nodeId(HostName.LB1));
            assertThat(before.get("owned").asBoolean()).isTrue();
            assertThat(before.get("others").size()).isEqualTo(2);
            String expected = before.get("chosen").get("name").asString();
            assertThat(before.get("after").get("destinationMac").asString())
                    .isEqualTo(backend(expected).mac());

            String taken = deployment.lab().host(HostName.CLIENT).call(open(family, port, expected));
            assertThat(taken).isEqualTo(expected);
            reached.add(taken);
        }
        assertThat(reached).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource
    void theNodeTellsTheSameByItself(Family family) {
        Host client = deployment.lab().host(HostName.CLIENT);
        String vip = services.of(family).vip();
        int port = FIRST_PORT + FLOWS;
        Output said = deployment
                .agent(HostName.LB1)
                .command("explain", family.addressOf(client), String.valueOf(port), vip, "80");
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .startsWith("forwarded: true")
                .contains("outcome: BY_HASH")
                .contains("backend: "
                        + explain(family, port).get("chosen").get("name").asString());
        Output nowhere =
                deployment.agent(HostName.LB1).command("explain", "--udp", family.addressOf(client), "4711", vip, "80");
        assertThat(nowhere.status()).isEqualTo(1);
        assertThat(nowhere.out()).contains("outcome: NO_LISTENER");
    }

    /** Flows of now stay where they are, and those to come would share among the other two. */
    @ParameterizedTest
    @EnumSource
    void aDrainIsForetold(Family family) {
        RunningService service = services.of(family);
        service.client().spread(60, 4);
        String drained = service.service().backendId(HostName.BACKEND1);
        JsonNode said = deployment
                .api()
                .create(
                        "explain/what-if",
                        Map.of(
                                "vipId", service.service().vipId(),
                                "changes", List.of(Map.of("backendId", drained, "adminState", "DRAINING"))))
                .body();
        assertThat(said.get("flows").asInt()).isGreaterThanOrEqualTo(60);
        assertThat(said.get("moved").asInt()).isZero();
        assertThat(said.get("chosenElsewherePercent").asDouble()).isBetween(10.0, 60.0);
        said.get("backends").forEach(share -> {
            boolean draining = share.get("backendId").asString().equals(drained);
            assertThat(share.get("wouldTake").asInt() == 0).isEqualTo(draining);
            assertThat(share.get("wouldHold").asInt())
                    .isEqualTo(share.get("holds").asInt());
        });
    }

    /** While the connection is open, the flow is known. */
    private static Callable<String> open(Family family, int port, String expected) {
        return () -> {
            RunningService service = services.of(family);
            try (HttpConnection connection = HttpConnection.openFrom(port, service.vip(), 80, PATIENCE)) {
                String taken = connection.get("/").text();
                JsonNode now = explain(family, port);
                assertThat(now.get("outcome").asString()).isEqualTo("KNOWN_FLOW");
                assertThat(now.get("chosen").get("name").asString()).isEqualTo(expected);
                return taken;
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        };
    }

    private static JsonNode explain(Family family, int port) {
        Host client = deployment.lab().host(HostName.CLIENT);
        Reply reply = deployment
                .api()
                .create(
                        "explain",
                        Map.of(
                                "source",
                                family.addressOf(client),
                                "destination",
                                services.of(family).vip(),
                                "sourcePort",
                                port,
                                "destinationPort",
                                80));
        return reply.body();
    }

    private static Host backend(String label) {
        return deployment.lab().hosts(HostName.backends()).stream()
                .filter(host -> host.name().label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
