package dev.carom.controlplane.kubernetes.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.address.IpAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressRangeTest {
    @Test
    void aSubnetIsAllOfItsAddresses() {
        AddressRange range = AddressRange.parse("192.0.2.16/30");
        assertThat(range).hasToString("192.0.2.16-192.0.2.19");
        assertThat(range.contains(ip("192.0.2.19"))).isTrue();
        assertThat(range.contains(ip("192.0.2.20"))).isFalse();
        assertThat(range.contains(ip("2001:db8::1"))).isFalse();
    }

    @Test
    void theLowestFreeIsFoundAcrossBytesAndUpToTheLast() {
        AddressRange range = AddressRange.parse("10.0.0.255 - 10.0.1.0");
        assertThat(range.lowestFree(address -> false)).contains(ip("10.0.0.255"));
        assertThat(range.lowestFree(Set.of(ip("10.0.0.255"))::contains)).contains(ip("10.0.1.0"));
        assertThat(range.lowestFree(address -> true)).isEmpty();
    }

    @Test
    void aHugeRangeCostsNoMoreThanWhatIsTaken() {
        AddressRange range = AddressRange.parse("2001:db8::/32");
        assertThat(range.lowestFree(Set.of(ip("2001:db8::"), ip("2001:db8::1"))::contains))
                .contains(ip("2001:db8::2"));
    }

    @Test
    void theHighestAddressesAreRead() {
        assertThat(AddressRange.parse("255.255.255.254/31").last()).isEqualTo(ip("255.255.255.255"));
        assertThat(AddressRange.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128")
                        .lowestFree(address -> false))
                .contains(ip("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"));
    }

    @Test
    void nonsenseIsRefused() {
        for (String text :
                new String[] {"192.0.2.9-192.0.2.1", "192.0.2.1-2001:db8::1", "192.0.2.1", "192.0.2.1/24", "x"}) {
            assertThatThrownBy(() -> AddressRange.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static IpAddress ip(String text) {
        return IpAddress.parse(text);
    }
}
