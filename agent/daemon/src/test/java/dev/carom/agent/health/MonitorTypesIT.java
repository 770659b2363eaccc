package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        node = network.host("node").link("eth0", "lan", "10.9.0.1/24");
        backend1 = network.host("backend1").link("eth0", "lan", "10.9.0.11/24").holdVip("10.9.0.100/32");
        backend2 = network.host("backend2").link("eth0", "lan", "10.9.0.12/24").holdVip("10.9.0.100/32");
    }

    @AfterEach
    void disconnect() {
        network.close();
    }

    @Test
    void httpsTakesAnyCertificateUnlessItIsToBeVerified() throws Exception {
        Path pem = TestCertificate.write(files, "shop.example");
        backend1.serve("one", "listen 80 ssl; ssl_certificate %1$s; ssl_certificate_key %1$s;".formatted(pem));
        backend2.serveHttp("plain");
        try (Checker checker = new Checker(node)) {
            checker.check("10.9.0.100 eth0 HTTPS DSR *" + BACKENDS);
            assertThat(checker.changes(2))
                    .satisfiesExactly(
                            first -> assertThat(first).isEqualTo("backend1 DSR UP HTTP status 200"),
                            second -> assertThat(second).startsWith("backend2 DSR DOWN TLS: "));
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
