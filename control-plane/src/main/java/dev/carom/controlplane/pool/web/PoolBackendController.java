package dev.carom.controlplane.pool.web;

import dev.carom.controlplane.pool.BackendSpec;
import dev.carom.controlplane.pool.Backends;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The backends of one pool. */
@RestController
@RequestMapping(path = "/api/v1/pools/{pool}/backends", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "backends")
class PoolBackendController {
    private final Backends backends;
    private final BackendController shown;

    PoolBackendController(Backends backends, BackendController shown) {
        this.backends = backends;
        this.shown = shown;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createBackend", summary = "Create")
    ResponseEntity<BackendResource> create(@PathVariable UUID pool, @RequestBody Document<BackendSpec> body) {
        return Answers.created("backends", backends.create(pool, shown.read(body)), shown::view);
    }
}
