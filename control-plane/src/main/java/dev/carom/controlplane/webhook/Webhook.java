package dev.carom.controlplane.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who is told of what happens.
 *
 * @param pendingDeliveries still to be made
 * @param deadDeliveries given up
 */
@Schema(name = "Webhook")
public record Webhook(
        UUID id,
        String name,
        String url,
        WebhookFormat format,
        List<String> eventTypes,
        boolean enabled,
        long version,
        Instant createdAt,
        Instant updatedAt,
        long pendingDeliveries,
        long deadDeliveries) {
    public Webhook {
        eventTypes = List.copyOf(eventTypes);
    }

    /** As a request says it, without the secret. */
    public WebhookSpec spec() {
        return new WebhookSpec(name, url, format, eventTypes, enabled, null);
    }
}
