package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node and two backends on one switch; the VIP 10.9.0.100 on the backends' loopback. */
@Tag("lab")
class DsrProbeIT {
    private static final Duration SLACK = Duration.ofMillis(500);
    private static final String BACKENDS = " backend1=10.9.0.11 backend2=10.9.0.12";

    @TempDir
    private Path files;

    private TestNetwork network;
    private TestNetwork.Host node;
    private TestNetwork.Host backend1;
    private TestNetwork.Host backend2;
    private Process server1;

    @BeforeEach
    void connect() throws Exception {
        network = new TestNetwork(files);
        node = network.host("node").link("eth0", "lan", "10.9.0.1/24");
        backend1 = network.host("backend1").link("eth0", "lan", "10.9.0.11/24").holdVip("10.9.0.100/32");
        backend2 = network.host("backend2").link("eth0", "lan", "10.9.0.12/24").holdVip("10.9.0.100/32");
        server1 = backend1.serveHttp("one");
        backend2.serveHttp("two");
    }

    @AfterEach
    void disconnect() {
        network.close();
    }

    @Test
    void aProbeOfTheVipIsAnsweredByExactlyTheBackendItIsMeantFor() throws IOException {
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 HTTP DSR one" + BACKENDS);
            assertThat(checker.changes(2))
                    .containsExactly(
                            "backend1 DSR UP HTTP status 200",
                            "backend2 DSR DOWN HTTP status 200 without the expected body");
        }
    }

    @Test
    void aBackendWithoutTheVipIsDownByDsrAndUpByItsOwnAddress() throws IOException {
        backend2.ip("addr", "del", "10.9.0.100/32", "dev", "lo");
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 HTTP BOTH *" + BACKENDS);
            assertThat(checker.changes(2))
                    .containsExactly(
                            "backend1 DSR UP HTTP status 200", "backend2 DSR DOWN no connection within 800 ms");
            assertThat(checker.state())
                    .contains(
                            "state backend1 DIRECT UP HTTP status 200",
                            "state backend2 DIRECT UP HTTP status 200",
                            "state backend2 DSR DOWN no connection within 800 ms");
        }
    }

    @Test
    void aBackendThatRoutesTheProbeOnToAnotherIsNotUpForTheOther() throws IOException {
        backend1.sysctl("net.ipv4.conf.all.arp_ignore=0");
        backend2.ip("addr", "del", "10.9.0.100/32", "dev", "lo");
        backend2.sysctl("net.ipv4.ip_forward=1");
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 TCP DSR *" + BACKENDS);
            assertThat(checker.changes(2))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("backend1 DSR UP"),
                            second -> assertThat(second).startsWith("backend2 DSR DOWN unreachable"));
        }
    }

    @Test
    void aKilledServerIsDownWithinFallIntervalsAndBackWithinRiseIntervals() throws Exception {
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 TCP DSR *" + BACKENDS);
            assertThat(checker.changes(2)).allMatch(change -> change.contains("UP connected in"));

            TestNetwork.kill(server1);
            Duration untilDown = checker.await("changed backend1 DSR DOWN connection refused");
            assertThat(untilDown).isLessThan(Monitors.INTERVAL.multipliedBy(3).plus(SLACK));

            server1 = backend1.serveHttp("one");
            Duration untilUp = checker.await("changed backend1 DSR UP");
            assertThat(untilUp).isLessThan(Monitors.INTERVAL.multipliedBy(2).plus(SLACK));
        }
    }

    @Test
    void rulesAndRoutesLastAsLongAsTheChecks() throws IOException {
        String rules = node.ipOutput("rule");
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 TCP DSR *" + BACKENDS);
            checker.changes(2);
            assertThat(node.ipOutput("rule")).contains("sport 61000-61039 lookup 74700 proto 201");
            assertThat(node.ipOutput("route", "show", "table", "74701")).contains("10.9.0.100 via 10.9.0.12 dev eth0");
        }
        assertThat(node.ipOutput("rule")).isEqualTo(rules);
        assertThat(node.ipOutput("route", "show", "table", "all", "proto", "201"))
                .isEmpty();
    }

    @Test
    void theNextStartRemovesWhatAKilledOneLeftAndNothingElse() throws IOException {
        node.ip("rule", "add", "pref", "7470", "from", "192.0.2.1", "lookup", "74850");
        node.ip("rule", "add", "pref", "7400", "sport", "61000-61039", "lookup", "74700");
        String before = node.ipOutput("rule");
        Checker killed = new Checker(node);
        killed.check("10.9.0.100 eth0 TCP DSR *" + BACKENDS);
        killed.changes(2);
        killed.kill();
        assertThat(node.ipOutput("rule")).isNotEqualTo(before);

        try (Checker next = new Checker(node)) {
            assertThat(node.ipOutput("rule")).isEqualTo(before);
            assertThat(node.ipOutput("route", "show", "table", "all", "proto", "201"))
                    .isEmpty();
            assertThat(next.state()).isEmpty();
        }
    }

    @Test
    void routesThatSomebodyRemovesComeBackAndNoBackendGoesDownForIt() throws Exception {
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 TCP DSR *" + BACKENDS);
            checker.changes(2);
            node.ip("rule", "flush");
            node.ip("rule", "add", "pref", "32766", "lookup", "main");
            node.ip("route", "flush", "table", "74700");
            assertThat(checker.changesWithin(Duration.ofSeconds(5))).isEmpty();
            assertThat(node.ipOutput("rule")).contains("lookup 74700 proto 201").contains("lookup 74701 proto 201");
            assertThat(checker.state()).hasSize(2).allMatch(state -> state.contains(" DSR UP "));
        }
    }

    @Test
    void whatCannotBeProbedIsReportedAndItsBackendsStayUnknown() throws IOException {
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 TCP DSR * backend1=2001:db8:9::11");
            assertThat(checker.state())
                    .containsExactly(
                            "error UNSUPPORTED_BY_NODE its address is of another family than the VIP: use DIRECT");
        }
    }

    @Test
    void noSocketIsLeftOverAfterManyProbes() throws Exception {
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 HTTP BOTH *" + BACKENDS);
            checker.changes(2);
            assertThat(checker.changesWithin(Duration.ofSeconds(4))).isEmpty();
            assertThat(node.ssOutput()).hasSizeLessThanOrEqualTo(4);
            assertThat(checker.state()).hasSize(4);
        }
    }
}
