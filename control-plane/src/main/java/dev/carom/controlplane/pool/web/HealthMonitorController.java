package dev.carom.controlplane.pool.web;

import dev.carom.controlplane.pool.HealthMonitorRepository;
import dev.carom.controlplane.pool.HealthMonitorSpec;
import dev.carom.controlplane.pool.HealthMonitors;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/health-monitors", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "health-monitors")
class HealthMonitorController {
    private final HealthMonitors healthMonitors;
    private final HealthMonitorRepository repository;
    private final Documents documents;

    HealthMonitorController(HealthMonitors healthMonitors, HealthMonitorRepository repository, Documents documents) {
        this.healthMonitors = healthMonitors;
        this.repository = repository;
        this.documents = documents;
    }

    @GetMapping
    @Operation(operationId = "listHealthMonitors", summary = "List by name")
    Page<HealthMonitorResource> list(@ParameterObject Listing listing) {
        return listing.of(repository, Specification.unrestricted(), HealthMonitorResource::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createHealthMonitor", summary = "Create")
    ResponseEntity<HealthMonitorResource> create(@RequestBody Document<HealthMonitorSpec> body) {
        return Answers.created(
                "health-monitors",
                healthMonitors.create(documents.read(body, HealthMonitorSpec.class)),
                HealthMonitorResource::of);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getHealthMonitor", summary = "Get one")
    ResponseEntity<HealthMonitorResource> get(@PathVariable UUID id) {
        return Answers.found(healthMonitors.find(id), HealthMonitorResource::of);
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "replaceHealthMonitor", summary = "Replace: what is left out has its default")
    ResponseEntity<HealthMonitorResource> replace(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<HealthMonitorSpec> body) {
        return Answers.changed(
                healthMonitors.change(
                        id, Preconditions.expected(ifMatch), current -> documents.read(body, HealthMonitorSpec.class)),
                HealthMonitorResource::of);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {Documents.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(operationId = "patchHealthMonitor", summary = "Change some properties: JSON Merge Patch (RFC 7396)")
    ResponseEntity<HealthMonitorResource> patch(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<HealthMonitorSpec> body) {
        return Answers.changed(
                healthMonitors.change(
                        id,
                        Preconditions.expected(ifMatch),
                        current -> documents.merge(current, body, HealthMonitorSpec.class)),
                HealthMonitorResource::of);
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
