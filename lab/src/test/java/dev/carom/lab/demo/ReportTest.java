package dev.carom.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.topology.HostName;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Map<HostName, Integer> WEIGHTS =
            Map.of(HostName.BACKEND1, 1, HostName.BACKEND2, 2, HostName.BACKEND3, 3);
    private static final String CHECKSUM = "0123456789abcdef".repeat(4);

    private final ThreeSteps steps = ThreeSteps.find(
            new Wire(ExampleWire.directReturn(), ExampleWire.MACS), ExampleWire.CLIENT, ExampleWire.VIP);
    private final Spread even = Spread.of(WEIGHTS, Map.of("backend1", 1700, "backend2", 3300, "backend3", 5000));
    private final Download direct = download(4_000_000, CHECKSUM, 0);

    @Test
    void goodEvidenceHolds() {
        assertThat(new Report(steps, even, direct).holds()).isTrue();
    }

    @Test
    void backendWithoutItsShareFails() {
        Spread uneven = Spread.of(WEIGHTS, Map.of("backend2", 4000, "backend3", 6000));
        assertThat(new Report(steps, uneven, direct).holds()).isFalse();
    }

    @Test
    void balancerThatCarriesTheAnswerFails() {
        assertThat(new Report(steps, even, download(110_000_000, CHECKSUM, 0)).holds())
                .isFalse();
        assertThat(new Report(steps, even, download(4_000_000, CHECKSUM, 1)).holds())
                .isFalse();
    }

    @Test
    void brokenFileFails() {
        assertThat(new Report(steps, even, download(4_000_000, "f".repeat(64), 0)).holds())
                .isFalse();
    }

    @Test
    void linesFitAHundredColumns() {
        assertThat(new Report(steps, even, direct).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100))
                .anyMatch(line -> line.contains("2 balancer -> backend"));
    }

    private static Download download(long crossed, String received, int answers) {
        return new Download(104_857_600, 108_000_000, crossed, CHECKSUM, received, answers);
    }
}
