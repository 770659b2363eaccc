package dev.carom.controlplane.vip;

import dev.carom.controlplane.address.Subnet;
import dev.carom.controlplane.problem.Names;
import dev.carom.controlplane.problem.Violations;
import dev.carom.controlplane.resource.AdminState;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A protocol and ports of a VIP, and the pool that serves them on the same ports. */
@Schema(name = "ListenerSpec")
public record ListenerSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "http")
        String name,

        @Schema(defaultValue = "{}") Map<String, String> labels,
        @Schema(defaultValue = "TCP") Protocol protocol,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "[\"80\", \"8000-8010\"]")
        List<PortRange> ports,

        @Schema(requiredMode = RequiredMode.REQUIRED) UUID poolId,
        @Schema(defaultValue = "ENABLED") AdminState adminState,

        @Schema(defaultValue = "[]", description = "Empty: everybody.")
        List<Subnet> allowedSources,

        @Schema(defaultValue = "[]", description = "Wins over allowedSources.")
        List<Subnet> deniedSources,

        @Schema(defaultValue = "0", description = "0 is no limit.")
        int newFlowsPerSecondPerSource) {

    private static final int RANGES = 64;

    public ListenerSpec {
        labels = Map.copyOf(labels);
        ports = ports.stream().sorted().toList();
        allowedSources = List.copyOf(allowedSources);
        deniedSources = List.copyOf(deniedSources);
    }

    boolean overlaps(ListenerSpec other) {
        return protocol == other.protocol
                && ports.stream().anyMatch(mine -> other.ports.stream().anyMatch(mine::overlaps));
    }

    void check() {
        Violations violations = new Violations();
        Names.check("/name", name, violations);
        Names.checkLabels(labels, violations);
        violations.unless(
                !ports.isEmpty(), "/ports", "PORTS_MISSING", "Name at least one port, or 1-65535 for all of them.");
        violations.unless(
                ports.size() <= RANGES,
                "/ports",
                "TOO_MANY_PORT_RANGES",
                "A listener has at most " + RANGES + " ranges of ports: join neighbours, or take 1-65535.");
        for (int i = 1; i < ports.size(); i++) {
            violations.unless(
                    !ports.get(i).overlaps(ports.get(i - 1)),
                    "/ports",
                    "PORTS_OVERLAP",
                    "The ports " + ports.get(i - 1) + " and " + ports.get(i) + " overlap: name each port once.");
        }
        violations.unless(
                newFlowsPerSecondPerSource >= 0,
                "/newFlowsPerSecondPerSource",
                "RATE_OUT_OF_RANGE",
                "A rate is 0 (no limit) or more new flows a second.");
        violations.refuse();
    }
}
