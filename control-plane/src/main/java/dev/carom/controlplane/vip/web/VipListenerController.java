package dev.carom.controlplane.vip.web;

import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.vip.ListenerSpec;
import dev.carom.controlplane.vip.Listeners;
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

/** The listeners of one vip. */
@RestController
@RequestMapping(path = "/api/v1/vips/{vip}/listeners", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "listeners")
class VipListenerController {
    private final Listeners listeners;
    private final ListenerController shown;

    VipListenerController(Listeners listeners, ListenerController shown) {
        this.listeners = listeners;
        this.shown = shown;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createListener", summary = "Create")
    ResponseEntity<ListenerResource> create(@PathVariable UUID vip, @RequestBody Document<ListenerSpec> body) {
        return Answers.created(listeners.create(vip, shown.read(body)), shown::view);
    }
}
