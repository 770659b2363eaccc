package dev.carom.controlplane.trace.web;

import dev.carom.controlplane.command.Flow;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.trace.FlowTrace;
import dev.carom.controlplane.trace.PacketPath;
import dev.carom.controlplane.trace.Proposals;
import dev.carom.controlplane.trace.Traces;
import dev.carom.controlplane.trace.WhatIf;
import dev.carom.controlplane.trace.WhatIfAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "traces")
class TraceController {
    private final Traces traces;
    private final Proposals proposals;
    private final Documents documents;

    TraceController(Traces traces, Proposals proposals, Documents documents) {
        this.traces = traces;
        this.proposals = proposals;
        this.documents = documents;
    }

    @PostMapping(path = "/explain", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "explainFlow",
            summary = "Have the owning node say where the next packet of a flow goes, by its own tables and memory")
    FlowTrace explain(@RequestBody Document<Flow> body) {
        return traces.explain(documents.read(body, Flow.class));
    }

    @PostMapping(path = "/explain/what-if", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "explainWhatIf",
            summary = "Have the owning node say which of the flows it remembers a change of backends would move")
    WhatIfAnswer whatIf(@RequestBody Document<WhatIf> body) {
        return proposals.whatIf(documents.read(body, WhatIf.class));
    }

    @GetMapping("/vips/{id}/packet-path")
    @Operation(
            operationId = "getPacketPath",
            summary = "Wait up to five seconds for a client's packet, and show the MACs of its three steps")
    @ApiResponse(responseCode = "200", description = "A flow that was seen while this waited.")
    @ApiResponse(
            responseCode = "409",
            description = "No packet came (NOTHING_SEEN), or no node could be asked (NO_NODE_CONNECTED, TIMED_OUT …).",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    PacketPath packetPath(@PathVariable UUID id) {
        return traces.packetPath(id);
    }
}
