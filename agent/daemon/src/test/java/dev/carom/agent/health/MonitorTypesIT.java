package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of monitor against one backend that serves it and one that does not. */
@Tag("lab")
class MonitorTypesIT {
    private static final String BACKENDS = " backend1=10.9.0.11 backend2=10.9.0.12";

    @TempDir
    private Path files;

    private TestNetwork network;
    private TestNetwork.Host node;
    private TestNetwork.Host backend1;
    private TestNetwork.Host backend2;

    @BeforeEach
    void connect() {
        network = new TestNetwork(files);
        node = network.host("node").link("eth0", "lan", "10.9.0.1/24", "2001:db8:9::1/64");
        backend1 = backend("backend1", 11);
        backend2 = backend("backend2", 12);
    }

    private TestNetwork.Host backend(String name, int number) {
        return network.host(name)
                .link("eth0", "lan", "10.9.0." + number + "/24", "2001:db8:9::" + number + "/64")
                .holdVip("10.9.0.100/32")
                .holdVip("2001:db8:64::100/128");
    }

    @AfterEach
    void disconnect() {
        network.close();
    }

    @Test
    void httpsTakesAnyCertificateUnlessItIsToBeVerified() throws Exception {
        Path pem = TestCertificate.write(files, "shop.example");
        backend1.serve(
                "one",
                "listen 80 ssl; listen [::]:80 ssl; ssl_certificate %1$s; ssl_certificate_key %1$s;".formatted(pem));
        backend2.serveHttp("plain");
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 HTTPS DSR *" + BACKENDS);
            assertThat(checker.changes(2))
                    .satisfiesExactly(
                            first -> assertThat(first).isEqualTo("backend1 DSR UP HTTP status 200"),
                            second -> assertThat(second).startsWith("backend2 DSR DOWN TLS: "));
        }
        try (Checker checker = new Checker(node)) {
            checker.check("2001:db8:64::100 eth0 HTTPS DSR * backend1=2001:db8:9::11");
            assertThat(checker.changes(1)).containsExactly("backend1 DSR UP HTTP status 200");
        }
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 HTTPS DSR shop.example backend1=10.9.0.11");
            assertThat(checker.changes(1))
                    .allMatch(change -> change.startsWith("backend1 DSR DOWN TLS: ") && change.contains("certif"));
        }
    }

    @Test
    void udpWaitsForTheExpectedAnswer() throws Exception {
        backend1.startJava(UdpEcho.class, "10.9.0.100", "80");
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 UDP DSR c0ff" + BACKENDS);
            assertThat(checker.changes(2))
                    .containsExactly("backend1 DSR UP answered with 3 bytes", "backend2 DSR DOWN port unreachable");
            checker.check("10.9.0.100 eth0 UDP DSR beef backend1=10.9.0.11");
            checker.await("changed backend1 DSR DOWN the answer does not begin as expected");
        }
    }

    @Test
    void icmpAsksTheBackendsOwnAddress() throws Exception {
        backend2.ip("link", "set", "eth0", "down");
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 ICMP DIRECT *" + BACKENDS);
            assertThat(checker.changes(2))
                    .containsExactly(
                            "backend1 DIRECT UP echo reply", "backend2 DIRECT DOWN no echo reply within 800 ms");
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void icmpAsksForTheVipAtTheBackendsMac(Family family) throws Exception {
        backend2.ip("addr", "del", family.vip() + "/" + family.bits(), "dev", "lo");
        try (Checker checker = new Checker(node)) {
            checker.check("%s eth0 ICMP DSR * %s".formatted(family.vip(), family.backends()));
            List<String> changes = checker.changes(2);
            assertThat(changes.getFirst()).isEqualTo("backend1 DSR UP echo reply from the VIP");
            assertThat(changes.getLast())
                    .isIn(
                            "backend2 DSR DOWN no echo reply from the VIP within 800 ms",
                            "backend2 DSR DOWN unreachable: it lacks the VIP and routes");
            assertThat(node.ipOutput("rule")).doesNotContain("747");
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyTypeAsksThroughTheVip(Family family) throws Exception {
        backend1.serveHttp("one");
        backend1.startJava(UdpEcho.class, family.vip(), "80");
        for (String type : List.of("TCP DSR *", "HTTP DSR one", "UDP DSR c0ff", "ICMP DSR *", "TCP DIRECT *")) {
            try (Checker checker = new Checker(node)) {
                checker.check("%s eth0 %s %s".formatted(family.vip(), type, family.backends()));
                List<String> changes = checker.changes(2);
                assertThat(changes.getFirst()).as(type).contains("backend1", " UP ");
                assertThat(changes.getLast())
                        .as(type)
                        .contains("backend2", type.startsWith("ICMP") ? " UP " : " DOWN ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aDnsServerIsAskedThroughTheVip(Family family) throws Exception {
        backend1.start(
                files.resolve("dnsmasq.err"),
                "dnsmasq",
                "-k",
                "-p",
                "80",
                "-u",
                "root",
                "-C",
                "/dev/null",
                "-R",
                "-h",
                "-z",
                "-a",
                family.vip());
        try (Checker checker = new Checker(node)) {
            checker.check("%s eth0 DNS DSR * backend1=%s".formatted(family.vip(), family.backend1()));
            checker.await("changed backend1 DSR UP");
        }
    }

    static Stream<Family> families() {
        return Stream.of(
                new Family("10.9.0.100", 32, "10.9.0.11", "10.9.0.12"),
                new Family("2001:db8:64::100", 128, "2001:db8:9::11", "2001:db8:9::12"));
    }

    record Family(String vip, int bits, String backend1, String backend2) {
        String backends() {
            return "backend1=" + backend1 + " backend2=" + backend2;
        }
    }

    @Test
    void aDnsServerThatDoesNotSpeakDnsIsDown() throws Exception {
        backend1.startJava(UdpEcho.class, "10.9.0.100", "80");
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 DNS DSR *" + BACKENDS);
            assertThat(checker.changes(2))
                    .containsExactly(
                            "backend1 DSR DOWN not a DNS response to the question",
                            "backend2 DSR DOWN port unreachable");
        }
    }
}
