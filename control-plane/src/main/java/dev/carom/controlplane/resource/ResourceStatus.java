package dev.carom.controlplane.resource;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.UUID;

/**
 * How a resource stands on the nodes, and whether it serves.
 *
 * @param provisioning the nodes that are not ACTIVE, and why
 * @param operatingReason a sentence for people
 */
public record ResourceStatus(
        @Schema(requiredMode = RequiredMode.REQUIRED) ProvisioningStatus provisioningStatus,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The nodes on which it is not ACTIVE, and why.")
        List<NodeProvisioning> provisioning,

        @Schema(requiredMode = RequiredMode.REQUIRED) OperatingStatus operatingStatus,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "2 of 3 backends are up.")
        String operatingReason) {

    public ResourceStatus {
        provisioning = List.copyOf(provisioning);
    }

    /**
     * One node's part.
     *
     * @param code {@code ON_ITS_WAY}, {@code HELD_BACK}, {@code REJECTED}, {@code NODE_UNREACHABLE}, {@code NOT_VERIFIED}
     *     or what the node says of the resource that it leaves out
     */
    public record NodeProvisioning(
            UUID nodeId, String nodeName, ProvisioningStatus status, String code, String message) {}
}
