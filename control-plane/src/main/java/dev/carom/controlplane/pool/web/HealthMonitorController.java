package dev.carom.controlplane.pool.web;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.SqlCollection;
import dev.carom.controlplane.listing.SqlPages;
import dev.carom.controlplane.pool.HealthMonitor;
import dev.carom.controlplane.pool.HealthMonitorSpec;
import dev.carom.controlplane.pool.HealthMonitors;
import dev.carom.controlplane.pool.MonitorPath;
import dev.carom.controlplane.pool.MonitorType;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import dev.carom.controlplane.rest.ResourceController;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
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
@RequestMapping(path = "/api/v1/health-monitors", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "health-monitors")
class HealthMonitorController extends ResourceController<HealthMonitor, HealthMonitorSpec, HealthMonitorResource> {
    static final SqlCollection COLLECTION = SqlCollection.resources("health_monitor")
            .with(Field.choice("type", MonitorType.class), "type")
            .with(Field.choice("path", MonitorPath.class), "path")
            .with(Field.number("intervalMs"), "interval_ms");

    private final HealthMonitors healthMonitors;
    private final SqlPages pages;

    HealthMonitorController(HealthMonitors healthMonitors, SqlPages pages, Documents documents) {
        super(healthMonitors, HealthMonitorSpec.class, documents);
        this.healthMonitors = healthMonitors;
        this.pages = pages;
    }

    @Override
    protected List<HealthMonitorResource> views(List<HealthMonitor> shown) {
        return shown.stream().map(HealthMonitorResource::of).toList();
    }

    @GetMapping
    @Operation(operationId = "listHealthMonitors", summary = "List, by name unless sorted otherwise")
    Page<HealthMonitorResource> list(@ParameterObject Listing listing) {
        return page(pages.ids(COLLECTION, listing.request()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createHealthMonitor", summary = "Create")
    ResponseEntity<HealthMonitorResource> create(@RequestBody Document<HealthMonitorSpec> body) {
        return create(UUID.randomUUID(), read(body));
    }

    @Override
    protected ResponseEntity<HealthMonitorResource> create(UUID id, HealthMonitorSpec wanted) {
        return Answers.created(healthMonitors.create(id, wanted), this::view);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteHealthMonitor", summary = "Delete")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Answers.deleted(healthMonitors.delete(id, Preconditions.expected(ifMatch)));
    }
}
