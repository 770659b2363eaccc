package dev.carom.lab.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrkTest {
    private static final String REPORT = """
            Running 3s test @ http://10.0.0.100/
              2 threads and 100 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     8.22ms    4.46ms  52.08ms   79.66%
            36512 requests in 3.01s, 5.92MB read
            """;

    @Test
    void requestsWithoutErrors() {
        assertThat(Wrk.parse(REPORT)).isEqualTo(new Wrk(36512, List.of()));
    }

    @Test
    void errorsAsTheyAreWritten() {
        String errors = "  Socket errors: connect 0, read 3, write 0, timeout 0\n  Non-2xx or 3xx responses: 7\n";

        assertThat(Wrk.parse(REPORT + errors).errors())
                .containsExactly("Socket errors: connect 0, read 3, write 0, timeout 0", "Non-2xx or 3xx responses: 7");
    }
}
