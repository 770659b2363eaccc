package dev.carom.controlplane.ipvs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VrrpTest {
    private static final String FILE = """
            vrrp_instance VI_1 {
              state MASTER
              interface eth0
              virtual_router_id 51
              priority 150
              advert_int 0.5
              virtual_ipaddress {
                10.0.0.100/24 dev eth0
                10.0.0.200
              }
            }
            virtual_server 10.0.0.100 80 {
              lb_kind DR
            }
            """;

    @Test
    void theVipsOfAnInstanceStandOnItsRouterAndTheGroupKeepsWhatItHas() {
        Read read = Read.keepalived(FILE);
        assertThat(read.at("/vips/0/vrid")).isEqualTo("51");
        assertThat(read.at("/nodeGroups"))
                .isEqualTo("[{name:edge,networks:[{name:lan}],virtualRouters:[{vrid:1},"
                        + "{vrid:51,advertMs:500,priorityByNode:{lb1:150}}]}]");
    }

    @Test
    void whatHasNoServiceOrNoEquivalentIsSaidWithItsLine() {
        assertThat(Read.keepalived(FILE).remarks())
                .containsExactly("2 LEFT_OUT state MASTER", "3 LEFT_OUT interface eth0", "9 LEFT_OUT 10.0.0.200");
    }

    @Test
    void aPriorityOf255IsTheOwnersAlone() {
        Read read = Read.keepalived(FILE.replace("priority 150", "priority 255"));
        assertThat(read.at("/nodeGroups/0/virtualRouters/1/priorityByNode/lb1")).isEqualTo("254");
        assertThat(read.remarks()).contains("5 CHANGED priority 255");
    }

    @Test
    void anInstanceWithoutServicesLeavesTheGroupAlone() {
        Read read = Read.keepalived(FILE.substring(0, FILE.indexOf("virtual_server")));
        assertThat(read.count("nodeGroups")).isZero();
    }
}
