package dev.carom.controlplane.webhook.web;

import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.webhook.Delivery;
import dev.carom.controlplane.webhook.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/webhooks/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "webhooks")
class DeliveryController {
    private final Webhooks webhooks;

    DeliveryController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "testWebhook", summary = "Send a test, once: ask the delivery what came of it")
    ResponseEntity<Delivery> test(@PathVariable UUID id) {
        return accepted(webhooks.test(id));
    }

    @GetMapping("/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List, the newest first unless sorted otherwise; filter=state=DEAD shows what was given up")
    Page<Delivery> list(@PathVariable UUID id, @ParameterObject Listing listing) {
        return Page.of(webhooks.deliveries(id, listing.request()));
    }

    @GetMapping("/deliveries/{deliveryId}")
    @Operation(operationId = "getWebhookDelivery", summary = "Get one")
    Delivery get(@PathVariable UUID id, @PathVariable UUID deliveryId) {
        return webhooks.delivery(id, deliveryId);
    }

    @PostMapping("/deliveries/{deliveryId}/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "redeliverWebhook", summary = "Send it again, under the same id")
    ResponseEntity<Delivery> redeliver(@PathVariable UUID id, @PathVariable UUID deliveryId) {
        return accepted(webhooks.redeliver(id, deliveryId));
    }

    private static ResponseEntity<Delivery> accepted(Delivery delivery) {
        return ResponseEntity.accepted()
                .header(
                        HttpHeaders.LOCATION,
                        URI.create("/api/v1/webhooks/" + delivery.webhookId() + "/deliveries/" + delivery.id())
                                .toString())
                .body(delivery);
    }
}
