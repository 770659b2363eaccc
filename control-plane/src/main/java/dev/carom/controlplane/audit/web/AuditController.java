package dev.carom.controlplane.audit.web;

import dev.carom.controlplane.audit.AuditEntry;
import dev.carom.controlplane.audit.AuditFormat;
import dev.carom.controlplane.audit.AuditTrail;
import dev.carom.controlplane.listing.SqlPages;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "audit")
class AuditController {
    private static final int AT_ONCE = 500;

    private final AuditTrail trail;
    private final SqlPages pages;

    AuditController(AuditTrail trail, SqlPages pages) {
        this.trail = trail;
        this.pages = pages;
    }

    @GetMapping
    @Operation(operationId = "listAuditEntries", summary = "List, the newest first unless sorted otherwise")
    Page<AuditEntry> list(@ParameterObject Listing listing) {
        return Page.of(pages.numbers(AuditTrail.COLLECTION, listing.request()).map(trail::list));
    }

    @GetMapping(
            path = "/export",
            produces = {"application/x-ndjson", "text/csv"})
    @Operation(operationId = "exportAuditEntries", summary = "Export the whole trail, the newest first")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    void export(@RequestParam(defaultValue = "NDJSON") AuditFormat format, HttpServletResponse response)
            throws IOException {
        response.setContentType(format.mediaType());
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"carom-audit." + format.name().toLowerCase(Locale.ROOT) + "\"");
        Writer out = response.getWriter();
        out.write(format.header());
        List<AuditEntry> page = trail.before(Long.MAX_VALUE, AT_ONCE);
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                out.write(format.line(entry));
            }
            page = trail.before(page.getLast().id(), AT_ONCE);
        }
    }
}
