package dev.carom.controlplane.vip.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.carom.controlplane.resource.ResourceStatus;
import dev.carom.controlplane.vip.Vip;
import dev.carom.controlplane.vip.VipSpec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A VIP as REST shows it. */
@Schema(name = "Vip")
record VipResource(
        UUID id,
        @JsonUnwrapped VipSpec spec,
        @JsonUnwrapped ResourceStatus status,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static VipResource of(Vip vip, ResourceStatus status) {
        return new VipResource(vip.id(), vip.spec(), status, vip.version(), vip.createdAt(), vip.updatedAt());
    }
}
