package dev.carom.lab.deployment;

import dev.carom.lab.Host;
import dev.carom.lab.Lab;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.relay.Relay;
import dev.carom.lab.server.Nginx;
import dev.carom.lab.snapshot.HostSnapshot;
import dev.carom.lab.topology.HostName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Carom running on a lab: servers on the backends, the control plane, a node per balancer with its agent. */
public final class Deployment {
    /** Where an agent finds the control plane on its own loopback. */
    static final int AGENT_SERVICE_PORT = 8080;

    private static final Duration ROLLOUT_LIMIT = Duration.ofMinutes(2);

    private final Lab lab;
    private final Path files;
    private final Map<HostName, Nginx> servers = new EnumMap<>(HostName.class);
    private final Map<HostName, Relay> relays = new EnumMap<>(HostName.class);
    private final Map<HostName, String> nodeIds = new EnumMap<>(HostName.class);
    private final Map<HostName, HostSnapshot> untouched = new EnumMap<>(HostName.class);
    private final Map<HostName, Agent> agents = new EnumMap<>(HostName.class);
    private final ControlPlane controlPlane;
    private final Map<String, String> nodeGroupIds = new LinkedHashMap<>();

    private Deployment(Lab lab, ControlPlane controlPlane) {
        this.lab = lab;
        this.controlPlane = controlPlane;
        this.files = lab.scratch("files");
    }

    /**
     * Starts everything; it all ends with the lab.
     *
     * @param preferredPort of the control plane; 0 for any
     * @param progress is told each step that is done
     */
    public static Deployment start(Lab lab, int preferredPort, Consumer<String> progress) {
        ControlPlane controlPlane = ControlPlane.start(lab, preferredPort);
        progress.accept("control plane at " + controlPlane.address() + " with its embedded PostgreSQL");
        return join(lab, controlPlane, List.of(GroupPlan.usual()), progress);
    }

    /** Starts servers and agents of another lab with a control plane that runs already. */
    public static Deployment join(
            Lab lab, ControlPlane controlPlane, List<GroupPlan> groups, Consumer<String> progress) {
        Deployment deployment = new Deployment(lab, controlPlane);
        deployment.startServers();
        progress.accept("nginx on backend1, backend2 and backend3");
        groups.forEach(deployment::startGroup);
        progress.accept("REST: a node group with nodes lb1 and lb2; their agents run");
        return deployment;
    }

    private void startServers() {
        for (Host backend : lab.hosts(HostName.backends())) {
            servers.put(backend.name(), Nginx.start(backend, lab.scratch("nginx"), files));
        }
    }

    private void startGroup(GroupPlan plan) {
        String id = api().create("node-groups", plan.resource()).id();
        nodeGroupIds.put(plan.name(), id);
        for (HostName balancer : HostName.balancers()) {
            List<String> interfaces = plan.interfaces().getOrDefault(balancer, List.of());
            if (!interfaces.isEmpty()) {
                startAgent(plan, id, lab.host(balancer), interfaces);
            }
        }
    }

    private void startAgent(GroupPlan group, String groupId, Host balancer, List<String> interfaces) {
        HostName name = balancer.name();
        Reply node = api().create(
                        "nodes",
                        Map.of(
                                "name", group.nodeName(name),
                                "nodeGroupId", groupId,
                                "addresses", List.of(balancer.ipv4())));
        nodeIds.put(name, node.id());
        relays.put(name, lab.own(Relay.open(balancer.namespace(), AGENT_SERVICE_PORT, controlPlane.port())));
        untouched.put(name, HostSnapshot.of(balancer));
        agents.put(name, Agent.start(lab, name, group.nodeName(name), node.text("token"), interfaces));
    }

    /** Returns once every node of the group has verified what stands now. */
    public void awaitRollout() {
        awaitRollout(nodeGroupId());
    }

    /** The same for one of several groups; the newest change must be one of that group's. */
    public void awaitRollout(String groupId) {
        long newest = api().get("revisions?limit=1")
                .body()
                .get("items")
                .get(0)
                .get("number")
                .asLong();
        Waiting.untilTrue("revision " + newest + " on every node", ROLLOUT_LIMIT, () -> {
            JsonNode rollouts =
                    api().get("rollouts?filter=nodeGroupId=" + groupId).body().get("items");
            return !rollouts.isEmpty()
                    && rollouts.get(0).get("complete").asBoolean()
                    && rollouts.get(0).get("revision").asLong() >= newest;
        });
    }

    public Lab lab() {
        return lab;
    }

    public ControlPlane controlPlane() {
        return controlPlane;
    }

    public Api api() {
        return controlPlane.api();
    }

    /** Of the first group. */
    public String nodeGroupId() {
        return nodeGroupIds.values().iterator().next();
    }

    public String nodeGroupId(String name) {
        return present(nodeGroupIds, name);
    }

    /** The directory that every server serves below {@code /files/}. */
    public Path files() {
        return files;
    }

    public Nginx server(HostName backend) {
        return present(servers, backend);
    }

    public Relay relay(HostName balancer) {
        return present(relays, balancer);
    }

    public Agent agent(HostName balancer) {
        return present(agents, balancer);
    }

    /** The balancer as it was before an agent first ran on it. */
    public HostSnapshot untouched(HostName balancer) {
        return present(untouched, balancer);
    }

    public String nodeId(HostName balancer) {
        return present(nodeIds, balancer);
    }

    private static <K, T> T present(Map<K, T> map, K key) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing of the kind for " + key);
        }
        return value;
    }
}
