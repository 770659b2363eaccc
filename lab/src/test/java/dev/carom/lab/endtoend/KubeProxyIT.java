package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.client.Client;
import dev.carom.lab.client.HttpConnection;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.Service;
import dev.carom.lab.deployment.ServicePlan;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Nodes of a cluster as backends: none holds the VIP, kube-proxy's rule takes it and hands it to a pod on another port. The
 * balancer translates nothing, and asks the node's own address whether it serves.
 */
@EndToEnd
class KubeProxyIT {
    private static final String VIP = "10.0.0.143";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void nodesThatTakeTheServiceAddressServeItUntilTheirHealthPortSaysNo(Deployment deployment) throws Exception {
        ServicePlan plan = new ServicePlan("kube-proxy", VIP, 80, RunningService.EQUAL)
                .with(ServicePlan.Part.BACKEND, Map.of("kind", "KUBE_PROXY"))
                .with(
                        ServicePlan.Part.MONITOR,
                        Map.of("type", "HTTP", "path", "DIRECT", "port", 81, "http", Map.of("path", "/")));
        List<Host> nodes = deployment.lab().hosts(HostName.backends());
        nodes.forEach(KubeProxyIT::takeServiceAddress);
        Service service = Service.create(deployment, plan);
        Client client = new Client(deployment.lab().host(HostName.CLIENT), VIP, 80);
        try {
            client.waitForAnswer("the service to answer", LIMIT, Optional::isPresent);
            Waiting.untilTrue(
                    "every node to answer", LIMIT, () -> client.spread(24, 4).size() == nodes.size());
            assertThat(client.host()
                            .call(() -> HttpConnection.getOnce(VIP, 80, "/client", LIMIT)
                                    .text()))
                    .as("the client as the pod sees it, and the pod's address")
                    .startsWith(client.host().ipv4() + " ")
                    .doesNotContain(VIP);

            refuseHealth(deployment.lab().host(HostName.BACKEND2));
            Waiting.untilTrue(
                    "new requests to leave the node",
                    LIMIT,
                    () -> !client.spread(24, 4).containsKey("backend2"));
        } finally {
            service.delete(deployment.api());
            nodes.forEach(node -> node.require("nft", "delete", "table", "ip", "kube-proxy"));
        }
    }

    /** As kube-proxy's rules do with the address in a Service's status; nothing on the node holds it. */
    private static void takeServiceAddress(Host node) {
        node.require("nft", """
                table ip kube-proxy {
                  chain services {
                    type nat hook prerouting priority dstnat;
                    ip daddr %s tcp dport 80 dnat to %s:8005
                  }
                  chain health {
                    type filter hook input priority filter;
                  }
                }""".formatted(VIP, node.ipv4()));
    }

    private static void refuseHealth(Host node) {
        node.require("nft", "add rule ip kube-proxy health tcp dport 81 reject with tcp reset");
    }
}
