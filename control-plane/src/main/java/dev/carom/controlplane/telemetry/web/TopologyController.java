package dev.carom.controlplane.telemetry.web;

import dev.carom.controlplane.telemetry.Topologies;
import dev.carom.controlplane.telemetry.Topology;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who stands where, for the console's drawing. */
@RestController
@Tag(name = "topology")
class TopologyController {
    private final Topologies topologies;

    TopologyController(Topologies topologies) {
        this.topologies = topologies;
    }

    @GetMapping(path = "/api/v1/topology", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getTopology",
            summary = "Get networks, nodes, VIPs with their owners, and backends with their MACs")
    Topology get(
            @RequestParam(required = false) @Parameter(description = "Absent: all of them.") @Nullable UUID nodeGroupId) {
        return topologies.draw(nodeGroupId);
    }
}
