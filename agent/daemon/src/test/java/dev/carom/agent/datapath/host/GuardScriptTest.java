package dev.carom.agent.datapath.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.agent.packet.IpAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuardScriptTest {

    @Test
    void replacesTheWholeTableInOneTransaction() {
        assertThat(GuardScript.replace(
                        List.of("eth0", "eth1"),
                        List.of(
                                IpAddress.parse("10.0.0.101"),
                                IpAddress.parse("2001:db8::1"),
                                IpAddress.parse("10.0.0.100"))))
                .isEqualTo("""
                        table netdev carom {}
                        delete table netdev carom
                        table netdev carom {
                          set vips4 {
                            type ipv4_addr
                            elements = { 10.0.0.100, 10.0.0.101 }
                          }
                          set vips6 {
                            type ipv6_addr
                            elements = { 2001:db8:0:0:0:0:0:1 }
                          }
                          chain guard {
                            type filter hook ingress devices = { "eth0", "eth1" } priority -300; policy accept;
                            ip daddr @vips4 drop
                            ip6 daddr @vips6 drop
                          }
                        }
                        """);
    }

    @Test
    void withoutVipsTheSetsAreEmpty() {
        assertThat(GuardScript.replace(List.of("eth0"), Set.of())).doesNotContain("elements");
    }
}
