package dev.carom.controlplane.trace;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.command.Flow;
import dev.carom.controlplane.resource.AdminState;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes to look at before they are made. */
@Schema(name = "WhatIf")
public record WhatIf(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Its owner is asked, for the flows it remembers.")
        UUID vipId,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "1-100.", example = """
                        [{"backendId": "8e03978e-40d5-43dd-bc93-6894a57f9324", "adminState": "DRAINING"}]""")
        List<BackendChange> changes,

        @Schema(description = "To be explained as things are and as they would be.") @Nullable Flow flow) {
    public WhatIf {
        changes = List.copyOf(changes);
    }

    /** Another state or weight of a backend, or its removal; or with {@code poolId} and {@code address} one more. */
    @Schema(name = "WhatIfBackend")
    public record BackendChange(
            @Nullable UUID backendId,
            @Nullable AdminState adminState,
            @Nullable Integer weight,

            @Schema(defaultValue = "false", description = "It keeps its flows until the pool's drain timeout.")
            boolean removed,

            @Nullable UUID poolId,
            @Nullable IpAddress address) {}
}
