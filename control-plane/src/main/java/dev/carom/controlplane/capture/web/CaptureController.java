package dev.carom.controlplane.capture.web;

import dev.carom.controlplane.capture.Capture;
import dev.carom.controlplane.capture.CaptureSpec;
import dev.carom.controlplane.capture.Captures;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "captures")
class CaptureController {
    private static final String PCAPNG = "application/x-pcapng";

    private final Captures captures;
    private final Documents documents;

    CaptureController(Captures captures, Documents documents) {
        this.captures = captures;
        this.documents = documents;
    }

    record CaptureList(List<Capture> items) {}

    @PostMapping(
            path = "/captures",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiResponse(responseCode = "202", description = "Started: follow Location, or the capture.ended event.")
    @Operation(operationId = "createCapture", summary = "Have the owner of a VIP capture its frames, in and out")
    ResponseEntity<Capture> create(@RequestBody Document<CaptureSpec> body) {
        return accepted(captures.start(documents.read(body, CaptureSpec.class)));
    }

    @PostMapping(path = "/nodes/{id}/flight-recording", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiResponse(responseCode = "202", description = "Started: follow Location, or the capture.ended event.")
    @Operation(
            operationId = "createFlightRecording",
            summary = "Fetch the control frames (ARP, ND, ICMP, VRRP) around the node's last state changes")
    ResponseEntity<Capture> recorded(@PathVariable UUID id) {
        return accepted(captures.recorded(id));
    }

    private static ResponseEntity<Capture> accepted(Capture started) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/captures/" + started.id()))
                .body(started);
    }

    @GetMapping(path = "/captures", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "listCaptures", summary = "List those that are kept: the newest twenty")
    CaptureList list() {
        return new CaptureList(captures.list());
    }

    @GetMapping(path = "/captures/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getCapture", summary = "Get one as it stands")
    ResponseEntity<Capture> get(@PathVariable UUID id) {
        Capture capture = captures.find(id);
        return ResponseEntity.ok().eTag("\"" + capture.version() + "\"").body(capture);
    }

    @DeleteMapping("/captures/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteCapture", summary = "Remove one with its file; one that runs is stopped")
    void delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        captures.delete(id, Preconditions.expected(ifMatch));
    }

    /** The name is made of the id alone. */
    @GetMapping(path = "/captures/{id}/file", produces = PCAPNG)
    @Operation(operationId = "getCaptureFile", summary = "Download the frames as a pcapng file")
    @ApiResponse(
            responseCode = "200",
            description = "To be opened with Wireshark.",
            content = @Content(mediaType = PCAPNG, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "409",
            description = "There is no file: CAPTURE_RUNNING, CAPTURE_FAILED.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("capture-" + id + ".pcapng")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(captures.file(id));
    }
}
