package dev.carom.controlplane.ipvs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ipvsadm-save -n} writes. */
class IpvsadmTest {
    @Test
    void servicesAndServersByDirectRouting() {
        Read read = Read.ipvsadm("""
                -A -t 10.0.0.100:80 -s wrr -p 360 -M 255.255.255.0
                -a -t 10.0.0.100:80 -r 10.0.0.21:80 -g -w 2
                -a -t 10.0.0.100:80 -r 10.0.0.22:80 -g -w 0
                -A -u [2001:db8::100]:53 -s mh
                -a -u [2001:db8::100]:53 -r [2001:db8::21]:53 -g -w 1
                """);
        assertThat(read.remarks()).isEmpty();
        assertThat(read.at("/pools/0"))
                .isEqualTo(
                        "{name:10.0.0.100-tcp-80,algorithm:ROUND_ROBIN,affinity:{timeoutMs:360000,ipv4PrefixLength:24},"
                                + "backends:[{name:10.0.0.21,address:10.0.0.21,weight:2},"
                                + "{name:10.0.0.22,address:10.0.0.22,weight:0}]}");
        assertThat(read.at("/vips/1/address")).isEqualTo("2001:db8::100");
        assertThat(read.at("/vips/1/listeners/0/protocol")).isEqualTo("UDP");
        assertThat(read.at("/pools/1/backends/0/address")).isEqualTo("2001:db8::21");
    }

    @ParameterizedTest
    @CsvSource({
        "-a -t 10.0.0.100:80 -r 10.0.0.21:80 -m -w 1,LEFT_OUT,direct routing",
        "-a -t 10.0.0.100:80 -r 10.0.0.21:80 -i -w 1,LEFT_OUT,direct routing",
        "-a -t 10.0.0.100:80 -r 10.0.0.21:8080 -g -w 1,LEFT_OUT,ports cannot be translated",
        "-a -t 10.0.0.101:80 -r 10.0.0.21:80 -g -w 1,LEFT_OUT,service of this server",
        "-A -f 7 -s rr,LEFT_OUT,firewall mark",
        "-A -t 10.0.0.102:80 -s dh,CHANGED,no scheduler dh",
        "-A -t 10.0.0.102:80 -s rr -o,CHANGED,option -o",
        "-a -t 10.0.0.100:80 -r 10.0.0.21:80 -g -w 1 -x 100,CHANGED,threshold",
        "-Z everything,LEFT_OUT,neither"
    })
    void whatHasNoEquivalentIsSaidWithItsLine(String line, String outcome, String detail) {
        Read read = Read.ipvsadm("-A -t 10.0.0.100:80 -s rr\n" + line + "\n");
        assertThat(read.remarks()).containsExactly("2 " + outcome + " " + line);
        assertThat(read.detail(2)).contains(detail);
    }
}
