package dev.carom.controlplane.node;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.problem.Names;
import dev.carom.controlplane.problem.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A host that runs an agent. */
@Schema(name = "NodeSpec")
public record NodeSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "lb1")
        String name,

        @Schema(requiredMode = RequiredMode.REQUIRED) UUID nodeGroupId,

        @Schema(defaultValue = "[]", example = "[\"10.0.0.11\"]", description = "The host's own addresses.")
        List<IpAddress> addresses,

        @Schema(defaultValue = "{}") Map<String, String> labels) {

    public NodeSpec {
        addresses = List.copyOf(addresses);
        labels = Map.copyOf(labels);
    }

    void check() {
        Violations violations = new Violations();
        Names.check("/name", name, violations);
        Names.checkLabels(labels, violations);
        violations.refuse();
    }
}
