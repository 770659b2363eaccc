package dev.carom.controlplane.command;

import dev.carom.controlplane.address.IpAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** What tells one flow from another. */
public record Flow(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "203.0.113.9")
        IpAddress source,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "10.0.0.100")
        IpAddress destination,

        @Schema(defaultValue = "TCP") Protocol protocol,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "51234")
        int sourcePort,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "443")
        int destinationPort) {
    @Schema(name = "FlowProtocol")
    public enum Protocol {
        TCP,
        UDP
    }
}
