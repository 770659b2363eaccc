package dev.carom.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LivingTrafficTest {

    @Test
    void risesAndFallsButNeverStopsNorFloods() {
        assertThat(LongStream.range(0, 80).mapToObj(second -> LivingTraffic.pauseAt(second * 1_000_000_000L, 0)))
                .allMatch(pause -> pause.compareTo(Duration.ofMillis(24)) > 0)
                .allMatch(pause -> pause.compareTo(Duration.ofMillis(101)) < 0)
                .anyMatch(pause -> pause.compareTo(Duration.ofMillis(30)) < 0)
                .anyMatch(pause -> pause.compareTo(Duration.ofMillis(90)) > 0);
    }
}
