package dev.carom.controlplane.pool;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** All backends of a pool. */
@Schema(name = "BackendSetSpec")
public record BackendSetSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Told apart by name.")
        List<BackendSpec> backends) {
    public BackendSetSpec {
        backends = List.copyOf(backends);
    }
}
