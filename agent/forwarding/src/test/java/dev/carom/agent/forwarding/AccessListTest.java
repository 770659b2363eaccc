package dev.carom.agent.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessListTest {
    private static final AccessList LIST = new AccessList(
            List.of(IpPrefix.parse("192.0.2.0/24"), IpPrefix.parse("2001:db8::/32")),
            List.of(IpPrefix.parse("192.0.2.66/32"), IpPrefix.parse("2001:db8:bad::/48")));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, true",
        "192.0.2.66, false",
        "192.0.3.1, false",
        "2001:db8:1::1, true",
        "2001:db8:bad::1, false",
        "2001:db9::1, false"
    })
    void admitsTheAllowedButNotTheDenied(String source, boolean admitted) {
        assertThat(admits(LIST, source)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 192.0.2.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 192.0.2.1, false",
        "::/0, ::2, true"
    })
    void aPrefixHoldsItsOwnFamilyOnly(String prefix, String source, boolean admitted) {
        AccessList list = new AccessList(List.of(IpPrefix.parse(prefix)), List.of());
        assertThat(admits(list, source)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1", "2001:db8::1"})
    void anEmptyListAdmitsAll(String source) {
        assertThat(admits(new AccessList(List.of(), List.of()), source)).isTrue();
    }

    private static boolean admits(AccessList list, String source) {
        IpAddress address = IpAddress.parse(source);
        return list.admits(address.high(), address.low());
    }
}
