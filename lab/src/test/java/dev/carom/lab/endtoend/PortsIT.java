package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.deployment.ServicePlan.Part;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listeners of one port, of a range, and of all ports. The servers listen on 80, 81 and 8000-8010. */
@EndToEnd
class PortsIT {
    private static final int ANSWERED = 0;
    /** curl's status when the connection was reset at once. */
    private static final int REFUSED = 7;
    /** curl's status when nobody said anything. */
    private static final int SILENCE = 28;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    private static BothFamilies ranges;
    private static BothFamilies all;
    private static Deployment deployment;

    @BeforeAll
    static void start(Deployment shared) {
        deployment = shared;
        ranges = BothFamilies.start(family -> start(family, "range", 174, List.of("80", "8002-8008")));
        all = BothFamilies.start(family -> start(family, "any-port", 175, List.of("1-65535")));
    }

    private static RunningService start(Family family, String name, int number, List<String> ports) {
        ServicePlan plan = new ServicePlan(family.named(name), family.vip(number), 80, RunningService.EQUAL)
                .with(Part.LISTENER, Map.of("ports", ports))
                .with(Part.MONITOR, Map.of("port", 80));
        return RunningService.start(deployment, plan);
    }

    @AfterAll
    static void stop() {
        if (all != null) {
            all.close();
        }
        if (ranges != null) {
            ranges.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rangeIsServedFromItsFirstPortToItsLast(Family family) {
        String vip = ranges.of(family).vip();

        assertThat(List.of(80, 8002, 8005, 8008))
                .allSatisfy(port -> assertThat(ask(family, vip, port)).isEqualTo(ANSWERED));
    }

    @ParameterizedTest
    @ValueSource(ints = {81, 8001, 8009})
    void portsBesideTheRangeAreSilentAndCounted(int port) {
        long before = withoutListener();

        for (Family family : Family.values()) {
            assertThat(ask(family, ranges.of(family).vip(), port, A_WHILE)).isEqualTo(SILENCE);
        }

        assertThat(withoutListener()).isGreaterThanOrEqualTo(before + 2);
    }

    @ParameterizedTest
    @EnumSource
    void allPortsReachTheBackendWhichRefusesWhatItDoesNotServe(Family family) {
        String vip = all.of(family).vip();

        assertThat(List.of(80, 81, 8000, 8010))
                .allSatisfy(port -> assertThat(ask(family, vip, port)).isEqualTo(ANSWERED));
        assertThat(List.of(1, 9999, 65535))
                .allSatisfy(port -> assertThat(ask(family, vip, port)).isEqualTo(REFUSED));
    }

    private static long withoutListener() {
        return deployment.agent(HostName.LB1).metrics().frames("DROPPED_NO_LISTENER");
    }

    private static int ask(Family family, String vip, int port) {
        return ask(family, vip, port, PATIENCE);
    }

    private static int ask(Family family, String vip, int port, Duration limit) {
        String seconds = Long.toString(limit.toSeconds());
        Host client = deployment.lab().host(HostName.CLIENT);
        return client.run("curl", "-sS", "-o", "/dev/null", "--max-time", seconds, family.url(vip, port))
                .status();
    }
}
