package dev.carom.bench;

import dev.carom.lab.Lab;
import dev.carom.lab.deployment.ControlPlane;
import dev.carom.lab.deployment.Deployment;
import dev.carom.lab.deployment.GroupPlan;
import dev.carom.lab.process.Waiting;
import dev.carom.lab.topology.HostName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A node group with real agents in network namespaces, which read back from their data path what they applied. */
final class LabService {
    static final int BACKENDS = 3;
    private static final List<String> RUNGS = List.of("received", "applied", "verified");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BEFORE_ASKING = Duration.ofMillis(300);

    private final Rest rest;
    private final List<String> backends = new ArrayList<>();

    private LabService(Rest rest) {
        this.rest = rest;
    }

    static LabService start(Lab lab, ControlPlane controlPlane, Rest rest, int vips) {
        Deployment deployment = Deployment.join(lab, controlPlane, List.of(GroupPlan.usual()), what -> {});
        LabService service = new LabService(rest);
        String pool = rest.post("pools", Map.of("name", "lab")).text("id");
        for (HostName host : HostName.backends()) {
            service.backends.add(rest.post(
                            "pools/" + pool + "/backends",
                            Map.of(
                                    "name",
                                    host.label(),
                                    "address",
                                    lab.host(host).ipv4()))
                    .text("id"));
        }
        for (int i = 0; i < vips; i++) {
            String vip = rest.post(
                            "vips",
                            Map.of(
                                    "name",
                                    "lab-%03d".formatted(i),
                                    "nodeGroupId",
                                    deployment.nodeGroupId(),
                                    "address",
                                    "10.251.0." + (1 + i)))
                    .text("id");
            rest.post(
                    "vips/" + vip + "/listeners",
                    Map.of("name", "web", "protocol", "TCP", "ports", List.of("80"), "poolId", pool));
        }
        deployment.awaitRollout();
        return service;
    }

    /** From the moment of asking for another weight until the last node had climbed a rung, by the rung's name. */
    Map<String, Timings> changes(int calls) {
        Map<String, List<Long>> nanos = new LinkedHashMap<>();
        for (int i = 0; i < calls; i++) {
            Instant asked = Instant.now();
            long revision = rest.patch(
                            "backends/" + backends.get(i % BACKENDS), Map.of("weight", 2 + (i / BACKENDS) % 200))
                    .revision();
            // Asking on and on would be the load that is measured.
            Waiting.pause(BEFORE_ASKING);
            JsonNode nodes = Waiting.until("revision " + revision, LIMIT, () -> verified(revision));
            RUNGS.forEach(rung -> nanos.computeIfAbsent(rung, first -> new ArrayList<>())
                    .add(Duration.between(asked, last(nodes, rung + "At")).toNanos()));
        }
        Map<String, Timings> timings = new LinkedHashMap<>();
        nanos.forEach((rung, all) -> timings.put(rung, new Timings(all)));
        return timings;
    }

    private static Instant last(JsonNode nodes, String time) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> Instant.parse(node.get(time).asString()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /** The nodes of the group, when all have verified; a node's rung is stored a moment before its time. */
    private Optional<JsonNode> verified(long revision) {
        JsonNode rollouts = rest.get("rollouts?revision=" + revision).body().get("items");
        if (rollouts.isEmpty() || !rollouts.get(0).get("complete").asBoolean()) {
            return Optional.empty();
        }
        JsonNode nodes = rollouts.get(0).get("nodes");
        return StreamSupport.stream(nodes.spliterator(), false).allMatch(node -> node.has("verifiedAt"))
                ? Optional.of(nodes)
                : Optional.empty();
    }
}
