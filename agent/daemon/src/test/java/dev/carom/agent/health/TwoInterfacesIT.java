package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node with strict reverse-path filtering whose main table leads the VIP out of the other interface. */
@Tag("lab")
class TwoInterfacesIT {
    @TempDir
    private Path files;

    private TestNetwork network;
    private TestNetwork.Host node;

    @BeforeEach
    void connect() throws Exception {
        network = new TestNetwork(files);
        node = network.host("node")
                .link("front", "clients", "10.8.0.1/24")
                .link("eth0", "lan", "10.9.0.1/24", "2001:db8:9::1/64");
        node.sysctl("net.ipv4.conf.all.rp_filter=1", "net.ipv4.conf.eth0.rp_filter=1");
        node.sysctl("net.ipv4.conf.front.rp_filter=1");
        node.ip("route", "add", "192.0.2.100/32", "dev", "front");
        network.host("backend1")
                .link("eth0", "lan", "10.9.0.11/24", "2001:db8:9::11/64")
                .holdVip("192.0.2.100/32")
                .holdVip("2001:db8:64::100/128")
                .serveHttp("one");
    }

    @AfterEach
    void disconnect() {
        network.close();
    }

    @Test
    void theProbeGoesToTheBackendAndItsAnswerPassesTheReversePathFilter() throws Exception {
        try (Checker checker = new Checker(node)) {
            checker.check("192.0.2.100 eth0 HTTP DSR one backend1=10.9.0.11");
            assertThat(checker.changes(1)).containsExactly("backend1 DSR UP HTTP status 200");
        }
    }

    @Test
    void aVersion6VipIsProbedAlike() throws Exception {
        try (Checker checker = new Checker(node)) {
            checker.check("2001:db8:64::100 eth0 HTTP DSR one backend1=2001:db8:9::11");
            assertThat(checker.changes(1)).containsExactly("backend1 DSR UP HTTP status 200");
            assertThat(node.ipOutput("-6", "rule")).contains("lookup 74700 proto 201");
        }
        assertThat(node.ipOutput("-6", "rule")).doesNotContain("74700");
        assertThat(node.ipOutput("-6", "route", "show", "table", "all", "proto", "201"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCP", "HTTP"})
    void aNodeThatDropsTheAnswersBlamesItselfAndNoBackend(String type) throws Exception {
        node.output(
                "nft",
                "table inet deaf { chain input { type filter hook input priority 0; ip saddr 192.0.2.100 drop; }; }");
        try (Checker checker = new Checker(node)) {
            checker.check("192.0.2.100 eth0 " + type + " DSR * backend1=10.9.0.11");
            assertThat(checker.changesWithin(Duration.ofSeconds(5))).isEmpty();
            assertThat(checker.state())
                    .anyMatch(line -> line.startsWith("error PROBE_PATH_BLOCKED")
                            && line.contains("rp_filter is 1 on eth0 and 1 on all"));
            node.output("nft", "delete table inet deaf");
            checker.await("changed backend1 DSR UP");
            assertThat(checker.state()).noneMatch(line -> line.startsWith("error"));
        }
    }

    /**
     * A probe's answer passes strict filtering by the probe's own rule, as the tests above show; here an operator's marks
     * and an earlier rule lead the look-up out of the other interface, as some tunnels have it set up.
     */
    @Test
    void aNodeWhoseReversePathFilterDropsTheAnswersBlamesItselfAndNoBackend() throws Exception {
        node.output(
                "nft",
                "table inet marks { chain early { type filter hook prerouting priority mangle; iifname eth0 mark set 1; }; }");
        node.sysctl("net.ipv4.conf.all.src_valid_mark=1");
        node.ip("rule", "add", "pref", "100", "fwmark", "1", "lookup", "main");
        try (Checker checker = new Checker(node)) {
            checker.check("192.0.2.100 eth0 TCP DSR * backend1=10.9.0.11");
            assertThat(checker.changesWithin(Duration.ofSeconds(5))).isEmpty();
            assertThat(checker.state())
                    .anyMatch(line -> line.startsWith("error PROBE_PATH_BLOCKED")
                            && line.contains("rp_filter is 1 on eth0 and 1 on all"));
            assertThat(node.output("nstat", "-asz", "TcpExtIPReversePathFilter"))
                    .as("the filter itself dropped the answers")
                    .doesNotContainPattern("IPReversePathFilter +0 ");
            node.ip("rule", "del", "pref", "100");
            checker.await("changed backend1 DSR UP");
            assertThat(checker.state()).noneMatch(line -> line.startsWith("error"));
        }
    }

    @Test
    void aProbeWhoseLinkIsDownSaysNothingOfTheBackend() throws Exception {
        try (Checker checker = new Checker(node)) {
            checker.check("192.0.2.100 eth0 TCP DSR * backend1=10.9.0.11");
            checker.changes(1);
            node.ip("link", "set", "eth0", "down");
            assertThat(checker.changesWithin(Duration.ofSeconds(5))).isEmpty();
            assertThat(checker.state()).anyMatch(line -> line.startsWith("error PROBE_PATH_BLOCKED"));
            node.ip("link", "set", "eth0", "up");
            assertThat(checker.changesWithin(Duration.ofSeconds(3))).isEmpty();
            assertThat(checker.state()).hasSize(1).allMatch(line -> line.startsWith("state backend1 DSR UP"));
        }
    }
}
