package dev.carom.controlplane.node;

import dev.carom.controlplane.problem.Names;
import dev.carom.controlplane.problem.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nodes that share VIPs, the networks they stand in, and the virtual routers that spread the VIPs over them. */
@Schema(name = "NodeGroupSpec")
public record NodeGroupSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "edge")
        String name,

        @Schema(defaultValue = "{}") Map<String, String> labels,
        @Schema(defaultValue = "[]") List<NetworkSpec> networks,

        @Schema(defaultValue = "[]", description = "A group that names none has one, with VRID 1.")
        List<VirtualRouterSpec> virtualRouters) {

    public NodeGroupSpec {
        labels = Map.copyOf(labels);
        networks = List.copyOf(networks);
        virtualRouters = virtualRouters.isEmpty() ? List.of(VirtualRouterSpec.first()) : List.copyOf(virtualRouters);
    }

    void check() {
        Violations violations = new Violations();
        Names.check("/name", name, violations);
        Names.checkLabels(labels, violations);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < networks.size(); i++) {
            NetworkSpec network = networks.get(i);
            network.check("/networks/" + i, violations);
            violations.unless(
                    names.add(network.name()),
                    "/networks/" + i + "/name",
                    "NAME_TAKEN",
                    "Two networks are called " + network.name() + ": give each its own name.");
        }
        Set<Integer> vrids = new HashSet<>();
        for (int i = 0; i < virtualRouters.size(); i++) {
            VirtualRouterSpec router = virtualRouters.get(i);
            router.check("/virtualRouters/" + i, violations);
            violations.unless(
                    vrids.add(router.vrid()),
                    "/virtualRouters/" + i + "/vrid",
                    "VRID_TAKEN",
                    "Two virtual routers have VRID " + router.vrid() + ": give each its own.");
        }
        violations.refuse();
    }
}
