package dev.carom.controlplane.telemetry.web;

import dev.carom.controlplane.node.Nodes;
import dev.carom.controlplane.problem.NotFound;
import dev.carom.controlplane.telemetry.NodeCounters;
import dev.carom.controlplane.telemetry.NodeReports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "nodes")
class NodeCounterController {
    private final Nodes nodes;
    private final NodeReports reports;

    NodeCounterController(Nodes nodes, NodeReports reports) {
        this.nodes = nodes;
        this.reports = reports;
    }

    @GetMapping(path = "/api/v1/nodes/{id}/counters", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getNodeCounters",
            summary = "Get what the node has counted, as of its last report; 404 before its first")
    NodeCounters get(@PathVariable UUID id) {
        return reports.counters(nodes.find(id).id()).orElseThrow(() -> new NotFound("report of node", id));
    }
}
