package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.packet.IpAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceMaskTest {
    @ParameterizedTest
    @CsvSource({
        "32, 203.0.113.77, 203.0.113.77",
        "24, 203.0.113.77, 203.0.113.0",
        "20, 203.0.113.77, 203.0.112.0",
        "1, 203.0.113.77, 128.0.0.0",
        "0, 203.0.113.77, 0.0.0.0",
        "128, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2:3:4:5:6",
        "96, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2:3:4::",
        "64, 2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
        "56, 2001:db8:1:2ff:3:4:5:6, 2001:db8:1:200::",
        "0, 2001:db8:1:2:3:4:5:6, ::"
    })
    void cutsAnAddressDownToItsPrefix(int length, String source, String prefix) {
        IpAddress address = IpAddress.parse(source);
        SourceMask mask = new SourceMask(Math.min(length, 32), length);
        assertThat(new IpAddress(mask.high(address.high(), address.low()), mask.low(address.high(), address.low())))
                .isEqualTo(IpAddress.parse(prefix));
    }
}
