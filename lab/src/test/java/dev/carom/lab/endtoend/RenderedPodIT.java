package dev.carom.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carom.lab.Host;
import dev.carom.lab.deployment.Agent;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.process.Output;
import dev.carom.lab.topology.HostName;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The chart's agent, on a host instead of a cluster: its command line, its environment, its rights, real traffic. */
@EndToEnd
class RenderedPodIT {
    private static final Path REACH_VIPS = Path.of("../helm/carom/files/reach-vips");

    @Test
    void renderedAgentForwardsWithItsFewCapabilitiesAndTheChartsTestReachesTheVip(Deployment deployment)
            throws Exception {
        Agent agent = deployment.agent(HostName.LB1);
        Host host = agent.host();
        RenderedPod pod = RenderedPod.agent();
        Map<String, String> environment = new HashMap<>(pod.environment(host));
        // The cluster's own: the Service behind which the control plane stands, and the volumes.
        environment.put("CAROM_CONTROL_PLANE", "http://127.0.0.1:8080");
        environment.remove("CAROM_NODE_TOKEN_FILE");
        agent.stop();
        try {
            agent.restartUnder(pod.rights(), pod.arguments().getFirst(), environment);
            try (RunningService running =
                    RunningService.start(deployment, "chart", "10.0.0.142", RunningService.EQUAL)) {
                running.awaitAllBackends();
                assertThat(running.client().spread(60, 4).keySet()).hasSize(3);
                assertThat(reachVips(deployment, "http://" + running.vip() + "/")
                                .out())
                        .contains("reached http://" + running.vip() + "/: 200");
            }
            assertThat(reachVips(deployment, "http://10.0.0.142/").succeeded()).isFalse();
        } finally {
            agent.stop();
            agent.restart();
        }
    }

    /** What `helm test` runs, on the client. */
    private static Output reachVips(Deployment deployment, String url) {
        return deployment
                .lab()
                .host(HostName.CLIENT)
                .run("sh", REACH_VIPS.toAbsolutePath().toString(), "2", url);
    }
}
