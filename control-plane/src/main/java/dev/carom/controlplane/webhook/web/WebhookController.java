package dev.carom.controlplane.webhook.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.rest.Answers;
import dev.carom.controlplane.rest.Document;
import dev.carom.controlplane.rest.Documents;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rest.Preconditions;
import dev.carom.controlplane.webhook.Webhook;
import dev.carom.controlplane.webhook.WebhookSpec;
import dev.carom.controlplane.webhook.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "webhooks")
class WebhookController {
    private final Webhooks webhooks;
    private final Documents documents;

    WebhookController(Webhooks webhooks, Documents documents) {
        this.webhooks = webhooks;
        this.documents = documents;
    }

    @Schema(name = "MadeWebhook")
    record MadeView(
            @JsonUnwrapped Webhook webhook,

            @Schema(description = "The secret, if it was made here. It cannot be shown again.") @Nullable String secret) {}

    @GetMapping
    @Operation(operationId = "listWebhooks", summary = "List, by name unless sorted otherwise")
    Page<Webhook> list(@ParameterObject Listing listing) {
        return Page.of(webhooks.list(listing.request()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createWebhook", summary = "Create; the secret is shown this once", description = """
                    Each event is posted at least once, with the headers of Standard Webhooks: `webhook-id` (the same at
                    each attempt), `webhook-timestamp` (seconds since 1970) and `webhook-signature`: `v1,` and the base64
                    of HMAC-SHA-256 over id, timestamp and body with dots between them, by the bytes whose base64 follows
                    `whsec_` in the secret.""")
    ResponseEntity<MadeView> create(@RequestBody Document<WebhookSpec> body) {
        Webhooks.Made made = webhooks.create(documents.read(body, WebhookSpec.class));
        return ResponseEntity.created(
                        URI.create("/api/v1/webhooks/" + made.webhook().id()))
                .eTag(Answers.tag(made.webhook().version()))
                .body(new MadeView(made.webhook(), made.secret()));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getWebhook", summary = "Get one, without its secret")
    ResponseEntity<Webhook> get(@PathVariable UUID id) {
        return answer(webhooks.find(id));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {Documents.MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    @Operation(operationId = "patchWebhook", summary = "Change some properties: JSON Merge Patch (RFC 7396)")
    ResponseEntity<Webhook> patch(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Document<WebhookSpec> body) {
        return answer(webhooks.change(
                id, Preconditions.expected(ifMatch), current -> documents.merge(current, body, WebhookSpec.class)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteWebhook", summary = "Delete, with its deliveries")
    void delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        webhooks.delete(id, Preconditions.expected(ifMatch));
    }

    private static ResponseEntity<Webhook> answer(Webhook webhook) {
        return ResponseEntity.ok().eTag(Answers.tag(webhook.version())).body(webhook);
    }
}
