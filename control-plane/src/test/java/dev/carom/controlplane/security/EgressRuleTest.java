package dev.carom.controlplane.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "::1",
                "::",
                "169.254.169.254",
                "169.254.0.1",
                "fe80::1",
                "fd00:ec2::254",
                "100.100.100.200",
                "224.0.0.1",
                "ff02::1",
                "255.255.255.255",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::"
            })
    void whatLeadsBackIsRefusedHoweverItIsWritten(String address) {
        assertThat(EgressRule.offence(InetAddress.ofLiteral(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.21", "192.0.2.7", "203.0.113.9", "2001:db8::7", "fd12:3456::7", "::ffff:192.0.2.7"})
    void otherHostsMayBeReached(String address) {
        assertThat(EgressRule.offence(InetAddress.ofLiteral(address))).isEmpty();
    }
}
