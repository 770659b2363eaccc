package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import dev.carom.controlplane.api.Api.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A file of another balancer becomes a plan, and then a configuration. */
@ControlPlaneTest
class ImportIT {
    private static final Map<String, String> TEXT = Map.of("Content-Type", "text/plain");

    @LocalServerPort
    int port;

    private Api api;
    private Site site;

    @BeforeEach
    void connect() {
        api = new Api(port);
        site = Site.create(api);
    }

    private Answer read(String query, String text) {
        return api.sendWith(TEXT, "POST", "/config/import?" + query, text);
    }

    private String keepalived() {
        return """
                vrrp_instance VI_1 {
                  interface eth0
                  virtual_router_id 77
                  priority 150
                  virtual_ipaddress {
                    %1$s/24
                  }
                }
                virtual_server %1$s 80 {
                  delay_loop 2
                  lb_algo wrr
                  lb_kind DR
                  persistence_timeout 300
                  real_server %2$s 80 {
                    weight 3
                    HTTP_GET {
                      url {
                        path /health
                        status_code 200
                      }
                      connect_timeout 1
                    }
                  }
                  real_server %3$s 8080 {
                  }
                }
                virtual_server %1$s 443 {
                  lb_kind NAT
                }
                """.formatted(site.address(60), site.address(61), site.address(62));
    }

    @Test
    void aFileBecomesAPlanThenAConfigurationThatPlansToNothing() {
        String query = "format=keepalived&nodeGroup=group-" + site.number() + "&node=node-" + site.number();
        JsonNode made = read(query, keepalived()).expect(200).json();
        assertThat(made.at("/plan/findings")).isEmpty();
        assertThat(made.at("/plan/impact/vipsTouched/0").asString()).isEqualTo("vip-" + site.address(60));
        assertThat(made.get("remarks")
                        .valueStream()
                        .map(remark -> remark.get("line").asInt()))
                .containsExactly(2, 24, 27);
        assertThat(api.get("/vips?filter=address=" + site.address(60)).json().get("items"))
                .as("nothing is changed by an import")
                .isEmpty();
        api.put("/config", made.get("document").toString(), "*").expect(200);
        JsonNode vip = api.get("/vips?filter=address=" + site.address(60))
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(vip.get("vrid").asInt()).isEqualTo(77);
        JsonNode group = api.get("/node-groups/" + site.group()).json();
        assertThat(group.get("networks")).as("the group keeps what it had").hasSize(2);
        assertThat(group.toString()).contains("\"" + site.node() + "\":150");
        assertThat(read(query, keepalived()).expect(200).json().at("/plan/changes"))
                .isEmpty();
    }

    @Test
    void ipvsadmToo() {
        JsonNode made = read("format=ipvsadm&nodeGroup=group-" + site.number(), """
                -A -t %1$s:80 -s mh
                -a -t %1$s:80 -r %2$s:80 -g -w 1
                -a -t %1$s:80 -r %3$s:80 -m -w 1
                """.formatted(
                                site.address(70), site.address(71), site.address(72)))
                .expect(200)
                .json();
        assertThat(made.at("/plan/findings")).isEmpty();
        assertThat(made.at("/plan/changes")).hasSize(4);
        assertThat(made.at("/remarks/0/line").asInt()).isEqualTo(3);
        assertThat(made.at("/remarks/0/outcome").asString()).isEqualTo("LEFT_OUT");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        read("format=nginx&nodeGroup=x", "server {}")
                .refused(400, "FORMAT_UNKNOWN")
                .naming("format");
        read("format=keepalived&nodeGroup=group-" + site.number(), "virtual_server {")
                .refused(400, "MALFORMED_CONFIGURATION");
        read("format=ipvsadm&nodeGroup=nowhere", "-A -t 10.0.0.1:80 -s rr").refused(422, "REFERENCE_UNKNOWN");
    }
}
