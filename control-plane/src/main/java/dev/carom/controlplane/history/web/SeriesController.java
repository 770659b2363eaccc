package dev.carom.controlplane.history.web;

import dev.carom.controlplane.history.Series;
import dev.carom.controlplane.history.TrafficHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "series")
class SeriesController {
    private static final String FROM = "30 days ago at most; absent: two hours before `to`.";
    private static final String TO = "Absent: now.";
    private static final String STEP =
            "The finest step that is wanted, in seconds; the answer says which it is. Nodes keep a second for 15 minutes;"
                    + " ten seconds are held for two hours, a minute for 30 days.";

    private final TrafficHistory history;

    SeriesController(TrafficHistory history) {
        this.history = history;
    }

    @GetMapping("/vips/{id}/series")
    @Operation(operationId = "getVipSeries", summary = "Get what was done for a VIP, step by step")
    Series ofVip(
            @PathVariable UUID id,
            @RequestParam(required = false) @Parameter(description = FROM) @Nullable Instant from,
            @RequestParam(required = false) @Parameter(description = TO) @Nullable Instant to,
            @RequestParam(required = false) @Parameter(description = STEP, example = "10") @Nullable Integer step) {
        return history.ofVip(id, from, to, step);
    }

    @GetMapping("/backends/{id}/series")
    @Operation(
            operationId = "getBackendSeries",
            summary =
                    "Get what was sent to a backend, step by step; one without traffic had none where a node told of it")
    Series ofBackend(
            @PathVariable UUID id,
            @RequestParam(required = false) @Parameter(description = FROM) @Nullable Instant from,
            @RequestParam(required = false) @Parameter(description = TO) @Nullable Instant to,
            @RequestParam(required = false) @Parameter(description = STEP, example = "10") @Nullable Integer step) {
        return history.ofBackend(id, from, to, step);
    }
}
