package dev.carom.controlplane.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One deed, or one attempt that was denied.
 *
 * @param revision absent when nothing of the configuration changed
 */
public record AuditEntry(
        long id,
        Instant createdAt,
        String actor,

        @Schema(description = "The token by which the actor acted.") @Nullable UUID tokenId,

        @Nullable String address,

        @Schema(description = "As in the answer's header X-Request-Id.") @Nullable String requestId,

        @Nullable String request,
        @Schema(description = "DONE or DENIED.") String outcome,
        String action,
        String resourceType,
        UUID resourceId,
        String resourceName,

        @Schema(description = "By JSON pointer, the value before and after; secrets are left out.") @Nullable JsonNode difference,

        @Nullable Long revision,

        @Schema(description = "What the header Carom-Reason gave, or the code of the refusal.") @Nullable String reason) {}
