package dev.carom.controlplane.vip;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.problem.Names;
import dev.carom.controlplane.problem.Violations;
import dev.carom.controlplane.resource.AdminState;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.InetAddress;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address that clients use. */
@Schema(name = "VipSpec")
public record VipSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "shop")
        String name,

        @Schema(defaultValue = "{}") Map<String, String> labels,
        @Schema(requiredMode = RequiredMode.REQUIRED) UUID nodeGroupId,

        @Schema(description = "The virtual router that carries it; absent: the group's first.") @Nullable Integer vrid,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "10.0.0.100")
        IpAddress address,

        @Schema(defaultValue = "ENABLED") AdminState adminState,
        @Schema(defaultValue = "DROP") UnmatchedPortPolicy unmatchedPortPolicy,

        @Schema(defaultValue = "0", description = "Over the whole VIP; 0 is no limit.")
        int newFlowsPerSecond) {

    public VipSpec {
        labels = Map.copyOf(labels);
    }

    /** The same on a virtual router of its group. */
    VipSpec on(int router) {
        return new VipSpec(
                name, labels, nodeGroupId, router, address, adminState, unmatchedPortPolicy, newFlowsPerSecond);
    }

    void check() {
        Violations violations = new Violations();
        Names.check("/name", name, violations);
        Names.checkLabels(labels, violations);
        violations.unless(
                newFlowsPerSecond >= 0,
                "/newFlowsPerSecond",
                "RATE_OUT_OF_RANGE",
                "A rate is 0 (no limit) or more new flows a second.");
        checkAddress(violations);
        violations.refuse();
    }

    private void checkAddress(Violations violations) {
        InetAddress value = address.value();
        violations.unless(
                !value.isLoopbackAddress(),
                "/address",
                "VIP_IS_LOOPBACK",
                "A loopback address never leaves its host, so no client could reach it. Give an address of the clients' side.");
        violations.unless(
                !value.isMulticastAddress(),
                "/address",
                "VIP_IS_MULTICAST",
                "A multicast address belongs to a group of receivers; a VIP is answered by one server. Give a unicast address.");
        violations.unless(
                !value.isLinkLocalAddress(),
                "/address",
                "VIP_IS_LINK_LOCAL",
                "A link-local address means something on one segment only and is not routed. Give a routed address.");
        violations.unless(
                !address.isReserved(),
                "/address",
                "VIP_IS_RESERVED",
                "This address is unspecified, broadcast or reserved, so no host can use it. Give a unicast address.");
    }
}
