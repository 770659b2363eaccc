package dev.carom.controlplane.audit.web;

import dev.carom.controlplane.audit.AuditEntry;
import dev.carom.controlplane.audit.AuditTrail;
import dev.carom.controlplane.listing.SqlPages;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "audit")
class AuditController {
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
}
