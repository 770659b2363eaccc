package dev.carom.lab.endtoend;

import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.topology.HostName;
import java.util.List;
import java.util.Map;

/** Which balancer has the VIPs. */
final class Ownership {
    private Ownership() {}

    static void prefer(Deployment deployment, HostName owner, HostName other) {
        Map<String, ?> router = Map.of(
                "vrid", 1, "priorityByNode", Map.of(deployment.nodeId(owner), 254, deployment.nodeId(other), 244));
        deployment.api().change("node-groups/" + deployment.nodeGroupId(), Map.of("virtualRouters", List.of(router)));
    }
}
