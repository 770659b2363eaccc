package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.client.Crowd;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Command;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.server.Nginx;
import dev.carom.lab.topology.HostName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The clients' gateway is a backend too, as a Kubernetes node may be: all requests come from its MAC, some go back to
 * it, and none is taken for one that bounced.
 */
@EndToEnd
class GatewayBackendIT {
    private static final int CONNECTIONS = 120;

    private static Nginx server;

    @BeforeAll
    static void start(Deployment deployment) {
        Lab lab = deployment.lab();
        server = Nginx.start(lab.host(HostName.ROUTER), lab.scratch("nginx"), deployment.files());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.kill();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noConnectionIsLost(Family family, Deployment deployment) throws IOException {
        Lab lab = deployment.lab();
        Host gateway = lab.host(HostName.ROUTER);
        try (RunningService running = RunningService.start(
                        deployment, family.named("gateway"), family.vip(184), RunningService.EQUAL);
                GatewayService ignored = GatewayService.start(family, running.vip(), gateway)) {
            String backend = addGateway(running, family.addressOf(gateway));
            try {
                Waiting.untilTrue(
                        "the gateway to serve",
                        Duration.ofSeconds(60),
                        () -> running.client().spread(24, 2).containsKey("router"));
                long before = bounced(deployment);
                try (Crowd crowd = Crowd.open(running.client(), CONNECTIONS)) {
                    assertThat(crowd.whoAnswers()).contains("router", "backend1", "backend2", "backend3");
                }
                assertThat(bounced(deployment)).isEqualTo(before);
            } finally {
                deployment.api().delete("backends/" + backend + "?force=true");
            }
        }
    }

    private static String addGateway(RunningService running, String address) {
        Map<String, ?> backend =
                Map.of("name", "router", "address", address, "forwardsForOthers", true, "kind", "KUBE_PROXY");
        return running.api()
                .create("pools/" + running.service().poolId() + "/backends", backend)
                .id();
    }

    private static long bounced(Deployment deployment) {
        return deployment.agent(HostName.LB1).metrics().frames("DROPPED_BOUNCED");
    }

    /**
     * What the balancer sends to the gateway goes to its own server, by translation as kube-proxy does it. In a zone of
     * its own: conntrack has the same connection once already, as one that is only passing.
     */
    private record GatewayService(Host gateway) implements AutoCloseable {

        static GatewayService start(Family family, String vip, Host gateway) {
            String ip = family == Family.IPV4 ? "ip" : "ip6";
            String rules = """
                    table inet carom_lab_gateway {
                      chain from_balancer {
                        type filter hook prerouting priority raw
                        iifname "eth0" %1$s daddr %2$s ct zone set 7
                      }
                      chain answers {
                        type filter hook output priority raw
                        %1$s saddr %3$s tcp sport 80 ct zone set 7
                      }
                      chain service {
                        type nat hook prerouting priority dstnat
                        iifname "eth0" %1$s daddr %2$s dnat %1$s to %3$s
                      }
                    }
                    """.formatted(ip, vip, family.addressOf(gateway));
            Command.of(gateway.namespace().inside(List.of("nft", "-f", "-")))
                    .withInput(List.of(rules))
                    .require();
            return new GatewayService(gateway);
        }

        @Override
        public void close() {
            gateway.require("nft", "delete", "table", "inet", "carom_lab_gateway");
        }
    }
}
