package dev.carom.controlplane.ipvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.problem.UnreadableDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepalivedTest {
    private static final String SERVICE = """
            virtual_server 10.0.0.100 80 {
              lb_kind DR
              %s
              real_server 10.0.0.21 80 {
                %s
              }
            }
            """;

    private static Read service(String setting) {
        return Read.keepalived(SERVICE.formatted(setting, ""));
    }

    private static Read server(String setting) {
        return Read.keepalived(SERVICE.formatted("", setting));
    }

    @Test
    void aServiceIsAVipAListenerAPoolAndItsBackends() {
        Read read = Read.keepalived(SERVICE.formatted("", "weight 3"));
        assertThat(read.remarks()).isEmpty();
        assertThat(read.at("/apiVersion")).isEqualTo("carom.dev/v1");
        assertThat(read.at("/vips"))
                .isEqualTo("[{name:vip-10.0.0.100,nodeGroup:edge,address:10.0.0.100,listeners:["
                        + "{name:tcp-80,protocol:TCP,ports:[80],pool:10.0.0.100-tcp-80}]}]");
        assertThat(read.at("/pools"))
                .isEqualTo("[{name:10.0.0.100-tcp-80,algorithm:LEAST_CONNECTIONS,backends:["
                        + "{name:10.0.0.21,address:10.0.0.21,weight:3}]}]");
    }

    @ParameterizedTest
    @CsvSource({
        "lb_algo rr,/pools/0/algorithm,ROUND_ROBIN",
        "lb_algo wrr,/pools/0/algorithm,ROUND_ROBIN",
        "lvs_sched lc,/pools/0/algorithm,LEAST_CONNECTIONS",
        "lb_algo wlc,/pools/0/algorithm,LEAST_CONNECTIONS",
        "lb_algo sh,/pools/0/algorithm,SOURCE_IP",
        "lb_algo mh,/pools/0/algorithm,MAGLEV",
        "protocol UDP,/vips/0/listeners/0/protocol,UDP",
        "persistence_timeout 50,/pools/0/affinity/timeoutMs,50000",
        "persistence_timeout 50,/pools/0/affinity/ipv4PrefixLength,32",
        "lvs_method DR,/pools/0/backends/0/address,10.0.0.21",
        "sorry_server 10.0.0.99 80,/pools/0/fallbackPool,10.0.0.100-tcp-80-sorry",
        "sorry_server 10.0.0.99 80,/pools/0/allDownPolicy,FALLBACK",
        "sorry_server 10.0.0.99 80,/pools/1/backends/0/address,10.0.0.99"
    })
    void settingsOfAService(String setting, String pointer, String value) {
        Read read = service(setting);
        assertThat(read.at(pointer)).isEqualTo(value);
        assertThat(read.remarks()).isEmpty();
    }

    @Test
    void aNetmaskIsAPrefix() {
        Read read = service("persistence_timeout 60\n  persistence_granularity 255.255.255.0");
        assertThat(read.at("/pools/0/affinity/ipv4PrefixLength")).isEqualTo("24");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TCP_CHECK { connect_timeout 3 } | type | TCP",
                "TCP_CHECK { connect_timeout 3 } | timeoutMs | 3000",
                "TCP_CHECK { connect_timeout 0.5 } | timeoutMs | 500",
                "TCP_CHECK { connect_port 8080 } | port | 8080",
                "TCP_CHECK { connect_port 80 } | port | 0",
                "TCP_CHECK { retry 3 } | fall | 4",
                "HTTP_GET { url { path /up } } | http/path | /up",
                "HTTP_GET { url { path /up } virtualhost a.example } | http/host | a.example",
                "SSL_GET { url { path /up } } | type | HTTPS",
                "UDP_CHECK { payload 0x0102 } | type | UDP",
                "DNS_CHECK { } | type | DNS",
                "PING_CHECK { } | type | ICMP"
            })
    void checks(String check, String property, String value) {
        Read read = server(check);
        assertThat(read.at("/healthMonitors/0/" + property)).isEqualTo(value);
        assertThat(read.at("/pools/0/healthMonitor")).isEqualTo("10.0.0.100-tcp-80");
    }

    @Test
    void codesAndTheIntervalOfAService() {
        Read read = Read.keepalived(SERVICE.formatted("delay_loop 6", """
                HTTP_GET {
                  url {
                    path /
                    status_code 200-299 302
                  }
                }"""));
        assertThat(read.at("/healthMonitors/0/intervalMs")).isEqualTo("6000");
        assertThat(read.at("/healthMonitors/0/http/expectedCodes")).isEqualTo("[200-299,302]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lb_kind NAT", "lb_kind TUN", "lvs_method TUN"})
    void whatIsNotDirectRoutingIsLeftOutWithItsLine(String kind) {
        Read read = service(kind);
        assertThat(read.count("vips")).isZero();
        assertThat(read.remarks()).containsExactly("1 LEFT_OUT virtual_server 10.0.0.100 80");
        assertThat(read.detail(1)).contains("direct routing");
    }

    @Test
    void aServerOnAnotherPortIsLeftOutWithItsLine() {
        Read read = Read.keepalived("""
                virtual_server 10.0.0.100 80 {
                  lb_kind DR
                  real_server 10.0.0.21 80 { }
                  real_server 10.0.0.22 8080 { }
                }
                """);
        assertThat(read.remarks()).containsExactly("4 LEFT_OUT real_server 10.0.0.22 8080");
        assertThat(read.detail(4)).contains("ports cannot be translated");
        assertThat(read.at("/pools/0/backends")).contains("10.0.0.21").doesNotContain("10.0.0.22");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quorum 7",
                "hysteresis 2",
                "quorum_up /bin/true",
                "alpha",
                "omega",
                "ops",
                "protocol_of_the_future 7",
                "@high weight 7"
            })
    void whatAServiceCannotHaveIsSaidWithItsLine(String setting) {
        assertThat(service(setting).remarks()).containsExactly("3 LEFT_OUT " + setting);
    }

    @ParameterizedTest
    @CsvSource({
        "lb_algo dh,3 CHANGED lb_algo dh",
        "lb_algo sed,3 CHANGED lb_algo sed",
        "lb_algo mh mh-port,3 CHANGED lb_algo mh mh-port"
    })
    void aSchedulerWithoutEquivalentIsNamed(String setting, String remark) {
        assertThat(service(setting).remarks()).containsExactly(remark);
        assertThat(service(setting).at("/pools/0/algorithm")).isEqualTo("MAGLEV");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MISC_CHECK", "BFD_CHECK", "notify_up /bin/true", "uthreshold 7"})
    void whatAServerCannotHaveIsSaidWithItsLine(String setting) {
        assertThat(server(setting).remarks()).containsExactly("5 LEFT_OUT " + setting);
    }

    @Test
    void mailIsProbedByTcpAndTwoChecksBecomeOne() {
        Read read = Read.keepalived("""
                virtual_server 10.0.0.100 25 {
                  lb_kind DR
                  real_server 10.0.0.21 25 { SMTP_CHECK { } }
                  real_server 10.0.0.22 25 { TCP_CHECK { connect_port 26 } }
                }
                """);
        assertThat(read.remarks()).containsExactly("3 CHANGED SMTP_CHECK", "4 CHANGED TCP_CHECK");
        assertThat(read.at("/healthMonitors")).contains("type:TCP", "port:0").doesNotContain("26");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "virtual_server 10.0.0.1 80 {",
                "}",
                "{ }",
                "virtual_server 10.0.0.1 80 { real_server 10.0.0.2 80 { }",
            })
    void bracesThatDoNotMatchAreRefused(String text) {
        assertThatThrownBy(() -> Read.keepalived(text))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("Line 1");
    }
}
