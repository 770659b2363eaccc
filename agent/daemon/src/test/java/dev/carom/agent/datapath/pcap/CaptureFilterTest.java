package dev.carom.agent.datapath.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.packet.MacAddress;
import org.junit.jupiter.api.Test;

class CaptureFilterTest {

    @Test
    void letsInItsOwnMacAndControlTraffic() {
        assertThat(CaptureFilter.of(MacAddress.parse("52:54:00:00:00:01")))
                .isEqualTo("ether dst 52:54:00:00:00:01 or arp"
                        + " or (icmp6 and ip6[40] >= 133 and ip6[40] <= 137)"
                        + " or ip proto 112 or ip6 proto 112");
    }
}
