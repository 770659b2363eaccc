package dev.carom.controlplane.event;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of an event on the stream. */
@Schema(name = "EventMessage")
public record EventMessage(
        @Schema(requiredMode = RequiredMode.REQUIRED) long id,
        @Schema(requiredMode = RequiredMode.REQUIRED) Instant createdAt,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "vip.changed")
        String type,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "vip")
        String resourceType,

        @Schema(requiredMode = RequiredMode.REQUIRED) UUID resourceId,
        @Schema(requiredMode = RequiredMode.REQUIRED) String summary,
        @Nullable Long revision,

        @Schema(type = "object", description = "As its GET shows it now; absent when it is no more.") @Nullable Object resource) {
    static EventMessage of(Event event, @Nullable Object resource) {
        return new EventMessage(
                event.id(),
                event.createdAt(),
                event.type(),
                event.resourceType(),
                event.resourceId(),
                event.summary(),
                event.revision(),
                resource);
    }
}
