package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One pool behind ten VIPs: its backend is asked once an interval, and each VIP for its presence. */
@Tag("lab")
class SharedPoolIT {
    private static final int VIPS = 10;
    private static final int FIRST = 100;
    private static final Duration SLACK = Duration.ofSeconds(1);
    private static final Duration PRESENCE = Duration.ofSeconds(10);

    @TempDir
    private Path files;

    private TestNetwork network;
    private TestNetwork.Host node;
    private TestNetwork.Host backend;
    private Process server;

    @BeforeEach
    void connect() throws Exception {
        network = new TestNetwork(files);
        node = network.host("node").link("eth0", "lan", "10.9.0.1/24");
        backend = network.host("backend1").link("eth0", "lan", "10.9.0.11/24");
        vips().forEach(vip -> backend.holdVip(vip + "/32"));
        server = backend.serveHttp("one");
    }

    @AfterEach
    void disconnect() {
        network.close();
    }

    @Test
    void aSharedServiceIsAskedOnceAnIntervalAndEachVipStandsForItself() throws Exception {
        try (Checker checker = new Checker(node)) {
            checker.check(String.join(",", vips()) + " eth0 HTTP DSR one backend1=10.9.0.11");
            assertThat(checker.changes(VIPS)).allMatch(change -> change.contains(" DSR UP "));

            long asked = connections();
            backend.ip("addr", "del", "10.9.0.104/32", "dev", "lo");
            Duration untilDown = checker.await("changed backend1@10.9.0.104 DSR DOWN");
            assertThat(untilDown).isLessThan(PRESENCE.plus(Monitors.INTERVAL.multipliedBy(6)));
            double seconds = untilDown.toMillis() / 1e3;
            // Each VIP by itself would be asked once a second, ten times as often as the service.
            assertThat(connections() - asked).isLessThanOrEqualTo((long) (2 * (seconds + 2)));
            assertThat(checker.state().stream().filter(state -> state.contains(" DSR DOWN ")))
                    .hasSize(1);

            TestNetwork.kill(server);
            Duration untilAllDown = untilChanged(checker, "DOWN", VIPS - 1);
            assertThat(untilAllDown)
                    .isLessThan(Monitors.INTERVAL.multipliedBy(3).plus(SLACK));
        }
    }

    private static Duration untilChanged(Checker checker, String health, int listeners) {
        long start = System.nanoTime();
        assertThat(checker.changes(listeners)).allMatch(change -> change.contains(" DSR " + health + " "));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static List<String> vips() {
        return IntStream.range(FIRST, FIRST + VIPS)
                .mapToObj(last -> "10.9.0." + last)
                .toList();
    }

    /** Those that the backend has accepted so far: {@code PassiveOpens} of its network. */
    private long connections() {
        String numbers = backend.output("cat", "/proc/net/snmp")
                .lines()
                .filter(line -> line.startsWith("Tcp:"))
                .toList()
                .get(1);
        return Long.parseLong(numbers.split(" ")[6]);
    }
}
