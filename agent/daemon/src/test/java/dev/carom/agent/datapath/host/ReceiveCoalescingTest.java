package dev.carom.agent.datapath.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiveCoalescingTest {

    @Test
    void readsWhatTheDriverCanChange() {
        String output = """
                Features for eth0:
                rx-checksumming: on
                tcp-segmentation-offload: on
                	tx-tcp-segmentation: on
                generic-receive-offload: on
                large-receive-offload: off [fixed]
                rx-gro-hw: off [requested on]
                rx-gro-list: off
                """;
        assertThat(ReceiveCoalescing.parse(output))
                .isEqualTo(Map.of("generic-receive-offload", true, "rx-gro-hw", false, "rx-gro-list", false));
    }
}
