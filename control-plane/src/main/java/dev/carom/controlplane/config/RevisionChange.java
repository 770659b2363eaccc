package dev.carom.controlplane.config;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a revision did to one resource: its whole content before and after. */
public record RevisionChange(
        String resourceType,
        UUID resourceId,
        String resourceName,
        String action,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {}
