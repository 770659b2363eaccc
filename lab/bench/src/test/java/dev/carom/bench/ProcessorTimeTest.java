package dev.carom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    @Test
    void takesItsOwnTimeAndTheKernelsPastAnyName() {
        assertThat(ProcessorTime.parse("7 (a) b (c) S 1 7 7 0 -1 4194560 10 20 0 0 150 50 900 900 20 0 1 0 5 0"))
                .isEqualTo(2.0);
    }
}
