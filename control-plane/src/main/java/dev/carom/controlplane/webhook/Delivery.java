package dev.carom.controlplane.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one webhook.
 *
 * @param id stays the same however often it is tried: the header {@code webhook-id}
 * @param createdAt when it happened
 * @param lastStatus of the last answer; absent when there was none
 */
@Schema(name = "WebhookDelivery")
public record Delivery(
        UUID id,
        UUID webhookId,
        @Nullable Long eventId,
        Instant createdAt,

        @Schema(example = "finding.opened") String type,

        String resourceType,
        UUID resourceId,
        String summary,
        @Nullable Long revision,
        DeliveryState state,
        int attempts,

        @Schema(description = "With PENDING: when it is tried next.")
        Instant dueAt,

        @Nullable Instant lastAttemptAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError) {}
