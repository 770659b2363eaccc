package dev.carom.controlplane.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened.
 *
 * @param revision absent when no change of the configuration caused it
 * @param snapshot of what no collection shows
 */
public record Event(
        long id,
        Instant createdAt,
        String type,
        String resourceType,
        UUID resourceId,
        String summary,
        @Nullable Long revision,
        @JsonIgnore @Nullable JsonNode snapshot) {}
