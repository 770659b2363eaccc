package dev.carom.controlplane.vip;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.resource.AdminState;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VipSpecTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, VIP_IS_LOOPBACK",
        "127.255.0.1, VIP_IS_LOOPBACK",
        "::1, VIP_IS_LOOPBACK",
        "224.0.0.18, VIP_IS_MULTICAST",
        "ff02::12, VIP_IS_MULTICAST",
        "169.254.1.1, VIP_IS_LINK_LOCAL",
        "fe80::1, VIP_IS_LINK_LOCAL",
        "0.0.0.0, VIP_IS_RESERVED",
        "0.1.2.3, VIP_IS_RESERVED",
        "240.0.0.1, VIP_IS_RESERVED",
        "255.255.255.255, VIP_IS_RESERVED",
        "::, VIP_IS_RESERVED"
    })
    void addressesThatNoClientCanReachAreRefused(String address, String code) {
        assertThatThrownBy(() -> spec(address).check()).hasMessageContaining(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.100", "203.0.113.5", "2001:db8::100", "fd00::1", "1.1.1.1"})
    void unicastAddressesAreTaken(String address) {
        assertThatCode(() -> spec(address).check()).doesNotThrowAnyException();
    }

    private static VipSpec spec(String address) {
        return new VipSpec(
                "shop",
                Map.of(),
                UUID.randomUUID(),
                null,
                IpAddress.parse(address),
                AdminState.ENABLED,
                UnmatchedPortPolicy.DROP,
                0);
    }
}
