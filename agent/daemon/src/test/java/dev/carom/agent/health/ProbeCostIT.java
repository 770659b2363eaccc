package dev.carom.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What 5,000 probes a second cost, beside a C program that makes the same connections in the same run. */
@Tag("lab")
@Tag("slow")
class ProbeCostIT {
    private static final String VIP = "10.9.0.200";
    private static final int BACKENDS = 50;
    private static final int FIRST_PORT = 8_000;
    private static final int PORTS = 100;
    private static final int RATE = BACKENDS * PORTS;
    private static final int WEB_PORTS = 10;
    private static final int SECONDS = 10;
    private static final double MOST = 1.5;

    @TempDir
    private Path files;

    private TestNetwork network;
    private TestNetwork.Host node;
    private TestNetwork.Host backends;
    private CProbes c;

    @BeforeEach
    void connect() throws Exception {
        network = new TestNetwork(files);
        node = network.host("node").link("eth0", "lan", "10.9.0.1/24");
        backends = network.host("backends").link("eth0", "lan", "10.9.0.11/24").holdVip(VIP + "/32");
        for (int i = 0; i < BACKENDS; i++) {
            backends.addAddress("eth0", "10.9.0." + (101 + i) + "/24");
        }
        c = CProbes.compile(files);
    }

    @AfterEach
    void disconnect() {
        network.close();
    }

    @Test
    void aTcpProbeCostsAtMostHalfAsMuchAgainAsInC() throws Exception {
        c.serve(backends, FIRST_PORT, PORTS);
        double before = c.microsPerProbe(node, VIP, FIRST_PORT, PORTS, BACKENDS, RATE, SECONDS);
        ProbeRun.Cost java;
        List<Integer> windows;
        try (ProbeRun run = ProbeRun.start(node, files, VIP)) {
            run.check("TCP", FIRST_PORT, PORTS, BACKENDS);
            run.awaitUp(RATE);
            run.warmUp(Duration.ofSeconds(SECONDS));
            java = run.measure(Duration.ofSeconds(SECONDS));
            windows = run.startsPerWindow(Duration.ofSeconds(5));
            assertThat(run.up()).isEqualTo(RATE);
        }
        double after = c.microsPerProbe(node, VIP, FIRST_PORT, PORTS, BACKENDS, RATE, SECONDS);
        double ratio = java.microsPerProbe() / ((before + after) / 2);
        int fullest = windows.stream().max(Integer::compare).orElseThrow();
        write(List.of(
                row("TCP probes a second", "%.0f".formatted(java.probesPerSecond())),
                row("CPU per TCP probe", "%.1f µs".formatted(java.microsPerProbe())),
                row("in C, before and after", "%.1f µs, %.1f µs".formatted(before, after)),
                row("ratio", "%.2f".formatted(ratio)),
                row("most starts within 100 ms", "%d; its share is %d".formatted(fullest, RATE / 10))));
        assertThat(java.probesPerSecond()).isGreaterThan(0.98 * RATE);
        assertThat(ratio).isLessThanOrEqualTo(MOST);
        assertThat(fullest).isLessThanOrEqualTo(2 * RATE / 10);
    }

    @Test
    void httpAndHttpsAreReported() throws Exception {
        Path pem = TestCertificate.write(files, "shop.example");
        StringBuilder listen =
                new StringBuilder("listen 80; ssl_certificate %1$s; ssl_certificate_key %1$s; ".formatted(pem));
        for (int i = 0; i < WEB_PORTS; i++) {
            listen.append("listen %d; listen %d ssl; ".formatted(9_000 + i, 9_100 + i));
        }
        backends.serve("ok", listen.toString());
        List<String> rows = new ArrayList<>();
        for (String type : List.of("HTTP", "HTTPS")) {
            try (ProbeRun run = ProbeRun.start(node, files, VIP)) {
                run.check(type, type.equals("HTTP") ? 9_000 : 9_100, WEB_PORTS, BACKENDS);
                run.awaitUp(WEB_PORTS * BACKENDS);
                run.warmUp(Duration.ofSeconds(SECONDS));
                ProbeRun.Cost cost = run.measure(Duration.ofSeconds(SECONDS));
                rows.add(row(
                        type + " probes",
                        "%.0f a second, %.0f µs of CPU each".formatted(cost.probesPerSecond(), cost.microsPerProbe())));
                assertThat(run.up()).isEqualTo(WEB_PORTS * BACKENDS);
            }
        }
        write(rows);
    }

    private static String row(String name, String value) {
        return "| " + name + " | " + value + " |";
    }

    /** Each test adds its rows to what the run leaves as evidence. */
    private static synchronized void write(List<String> rows) throws IOException {
        Path file = Files.createDirectories(Path.of("target", "evidence")).resolve("probes.md");
        List<String> lines = Files.exists(file)
                ? new ArrayList<>(Files.readAllLines(file))
                : new ArrayList<>(List.of("## Probes", "", "| | |", "|---|---|"));
        lines.addAll(rows);
        Files.write(file, lines);
    }
}
