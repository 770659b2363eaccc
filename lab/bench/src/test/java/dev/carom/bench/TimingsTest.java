package dev.carom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingsTest {
    @Test
    void aPercentileIsTheNearestRank() {
        Timings hundred = new Timings(LongStream.rangeClosed(1, 100)
                .map(each -> (101 - each) * 1_000_000)
                .boxed()
                .toList());

        assertThat(hundred.percentile(50)).isEqualTo(50);
        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(new Timings(List.of(2_000_000L)).percentile(99)).isEqualTo(2);
    }

    @Test
    void ofNothingNothingIsSaid() {
        assertThatThrownBy(() -> new Timings(List.of())).hasMessageContaining("nothing was timed");
    }
}
