package dev.carom.controlplane.vip.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.resource.ResourceStatus;
import dev.carom.controlplane.vip.Listener;
import dev.carom.controlplane.vip.ListenerSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A listener as REST shows it. */
@Schema(name = "Listener")
record ListenerResource(
        UUID id,
        UUID vipId,
        @JsonUnwrapped ListenerSpec spec,
        @JsonUnwrapped ResourceStatus status,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static ListenerResource of(Listener listener, ResourceStatus status) {
        return new ListenerResource(
                listener.id(),
                listener.vipId(),
                listener.spec(),
                status,
                listener.version(),
                listener.createdAt(),
                listener.updatedAt());
    }
}
