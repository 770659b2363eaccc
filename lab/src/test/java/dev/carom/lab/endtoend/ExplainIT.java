package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.client.HttpConnection;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.Reply;
import dev.carom.lab.topology.HostName;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What the owner says of a flow before it comes is what becomes of it. */
@EndToEnd
class ExplainIT {
    private static final int FIRST_PORT = 42_100;
    private static final int FLOWS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static Deployment deployment;
    private static BothFamilies services;

    @BeforeAll
    static void start(Deployment shared) {
        deployment = shared;
        services = BothFamilies.start(
                family -> RunningService.start(shared, family.named("explain"), family.vip(186), RunningService.EQUAL));
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
