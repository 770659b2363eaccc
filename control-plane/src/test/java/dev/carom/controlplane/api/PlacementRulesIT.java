package dev.carom.controlplane.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.controlplane.ControlPlaneTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of direct server return hold from whichever side a change comes; what is refused changes nothing. */
@ControlPlaneTest
class PlacementRulesIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    private Site site;
    private String rows = "";

    @BeforeEach
    void serveOnPort80() {
        site = Site.create(new Api(port));
        site.listen("80").expect(201);
        site.backend("good", site.address(21)).expect(201);
        rows = Rows.of(sql);
    }

    @AfterEach
    void nothingChanged() {
        assertThat(Rows.of(sql)).isEqualTo(rows);
    }

    @Test
    void aBackendIsNoVip() {
        site.backend("bad", site.address(100)).refused(422, "BACKEND_IS_VIP").pointingAt("/address");
    }

    @Test
    void aVipIsNoBackend() {
        site.api()
                .patch("/vips/" + site.vip(), "{\"address\": \"" + site.address(21) + "\"}", "*")
                .refused(422, "BACKEND_IS_VIP")
                .pointingAt("/address");
    }

    @Test
    void aBackendIsNoGatewayOfItsGroup() {
        site.backend("bad", site.address(1)).refused(422, "BACKEND_IS_GATEWAY").pointingAt("/address");
    }

    @Test
    void aGatewayIsNoBackend() {
        site.api()
                .patch("/node-groups/" + site.group(), """
                        {"networks": [{"name": "servers", "interfaceSelector": "eth0", "subnets": ["10.%1$d.0.0/24"],
                                       "gateways": ["10.%1$d.0.21"]}]}
                        """.formatted(site.number()), "*")
                .refused(422, "BACKEND_IS_GATEWAY")
                .pointingAt("/networks");
    }

    @Test
    void aBackendIsNoNodeOfItsGroup() {
        site.backend("bad", site.address(11)).refused(422, "BACKEND_IS_NODE").pointingAt("/address");
    }

    @Test
    void aNodeIsNoBackendOfItsGroup() {
        site.api()
                .patch("/nodes/" + site.node(), "{\"addresses\": [\"" + site.address(21) + "\"]}", "*")
                .refused(422, "BACKEND_IS_NODE")
                .pointingAt("/addresses");
    }

    @Test
    void aBackendLiesInsideABackendNetwork() {
        site.backend("bad", "192.0.2.7").refused(422, "BACKEND_OUTSIDE_NETWORKS");
        site.backend("bad", "10." + site.number() + ".1.7").refused(422, "BACKEND_OUTSIDE_NETWORKS");
    }

    @Test
    void aNetworkWithBackendsInsideStays() {
        site.api()
                .patch("/node-groups/" + site.group(), "{\"networks\": []}", "*")
                .refused(422, "BACKEND_OUTSIDE_NETWORKS")
                .pointingAt("/networks");
    }

    @Test
    void familiesOfVipAndBackendAgree() {
        site.backend("bad", "2001:db8:" + site.number() + "::7").refused(422, "ADDRESS_FAMILY_MISMATCH");
        site.api()
                .patch("/vips/" + site.vip(), "{\"address\": \"2001:db8:" + site.number() + "::8\"}", "*")
                .refused(422, "ADDRESS_FAMILY_MISMATCH");
    }

    @Test
    void aVipIsNoGatewayAndNoNode() {
        String vip = "/vips/" + site.vip();
        site.api().patch(vip, "{\"address\": \"" + site.address(1) + "\"}", "*").refused(422, "VIP_IS_GATEWAY");
        site.api()
                .patch(vip, "{\"address\": \"" + site.address(11) + "\"}", "*")
                .refused(422, "VIP_IS_NODE");
    }

    @Test
    void whatIsUsedCannotBeDeletedAndTheAnswerSaysByWhom() {
        assertThat(site.api()
                        .delete("/pools/" + site.pool(), "*")
                        .refused(409, "POOL_IN_USE")
                        .text("detail"))
                .contains("listener on-80 of VIP vip-" + site.number());
        assertThat(site.api()
                        .delete("/node-groups/" + site.group(), "*")
                        .refused(409, "NODE_GROUP_IN_USE")
                        .text("detail"))
                .contains("node-" + site.number());
        site.api()
                .patch("/node-groups/" + site.group(), "{\"virtualRouters\": [{\"vrid\": 9}]}", "*")
                .refused(409, "VIRTUAL_ROUTER_IN_USE");
    }

    @Test
    void listenersOfAVipDoNotOverlap() {
        assertThat(site.listen("70-90").refused(409, "LISTENER_OVERLAP").text("detail"))
                .contains("on-80");
    }
}
