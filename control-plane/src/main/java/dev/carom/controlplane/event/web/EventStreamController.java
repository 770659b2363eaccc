package dev.carom.controlplane.event.web;

import dev.carom.controlplane.event.EventMessage;
import dev.carom.controlplane.event.EventStream;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The one stream of what happens, for consoles and automation. */
@RestController
@Tag(name = "events")
@RequestMapping("/api/v1/events")
class EventStreamController {
    private final EventStream stream;

    EventStreamController(EventStream stream) {
        this.stream = stream;
    }

    @GetMapping(path = "/watch", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(operationId = "watchEvents", summary = "Watch: server-sent events", description = """
                    Each event is named <noun>.<verb> (`vip.changed`, `backend.down`, `finding.opened`) and has an
                    EventMessage as its data: the resource is as its GET shows it. Besides: `tick` at least every 2 s;
                    `series.sample` each second for what `series` asks, with a SeriesSample as its data; events without
                    an id are not kept. `reset` says that events were missed (the cursor is too old, or the reader too
                    slow): read anew what you show; the stream ends after it where the reader was too slow.""")
    @ApiResponse(
            responseCode = "200",
            description = "The stream, until the client goes.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = EventMessage.class)))
    @ApiResponse(responseCode = "503", description = "The replica has as many watchers as it takes: come back later.")
    void watch(
            @RequestHeader(name = "Last-Event-ID", required = false)
                    @Parameter(
                            description =
                                    "The id of the last event that was received: what came after it is told first.")
                    @Nullable String lastEventId,
            @RequestParam(required = false)
                    @Parameter(
                            description = "What to tell live each second, at most 64.",
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            type = "string",
                                                            example = "vips/7d1e0c1a-0000-4000-8000-000000000000")))
                    @Nullable List<String> series,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        stream.run(lastEventId, series, response.getOutputStream());
    }
}
