package dev.carom.controlplane.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    /** The examples of RFC 5952 4 and 5. */
    @ParameterizedTest
    @CsvSource({
        "10.0.0.21, 10.0.0.21",
        "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:DB8::AAAA, 2001:db8::aaaa",
        "::, ::",
        "::1, ::1",
        "fe80::, fe80::"
    })
    void writesAddressesCanonically(String literal, String canonical) {
        assertThat(IpAddress.parse(literal)).hasToString(canonical);
        assertThat(IpAddress.parse(canonical)).isEqualTo(IpAddress.parse(literal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "www.example.org", "10.0.0", "10.0.0.256", "1", "::1%lo", "10.0.0.1/24", ":::"})
    void takesLiteralsOnly(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> IpAddress.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/24, 10.0.0.255, true",
        "10.0.0.0/24, 10.0.1.0, false",
        "10.0.0.0/25, 10.0.0.128, false",
        "0.0.0.0/0, 192.0.2.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "10.0.0.7/32, 10.0.0.7, true"
    })
    void knowsWhatLiesInASubnet(String subnet, String address, boolean inside) {
        assertThat(Subnet.parse(subnet).contains(IpAddress.parse(address))).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0", "10.0.0.1/24", "10.0.0.0/33", "2001:db8::/129", "10.0.0.0/-1", "10.0.0.0/x", "/8"})
    void takesSubnetsWithoutHostBitsOnly(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Subnet.parse(text));
    }

    @Test
    void takesUnicastMacAddressesInBothSpellings() {
        assertThat(MacAddress.parse("52-54-00-AB-CD-EF")).hasToString("52:54:00:ab:cd:ef");
        for (String bad :
                new String[] {"", "52:54:00:ab:cd", "01:00:5e:00:00:01", "00:00:00:00:00:00", "zz:54:00:ab:cd:ef"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> MacAddress.parse(bad));
        }
    }
}
