package dev.carom.controlplane.node;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import dev.carom.controlplane.problem.Names;
import dev.carom.controlplane.problem.Violations;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** A segment that the nodes of a group share. */
@Schema(name = "NetworkSpec")
public record NetworkSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "servers")
        String name,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                example = "eth0",
                description = "An interface name, or a pattern with `*`.")
        String interfaceSelector,

        @Schema(defaultValue = "0", description = "0 is untagged.")
        int vlanId,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "[\"10.0.0.0/24\"]")
        List<Subnet> subnets,

        @Schema(defaultValue = "[]", description = "Routers on this network; no backend unless it forwards for others.")
        List<IpAddress> gateways,

        @Schema(defaultValue = "0", description = "0 is what the link says.")
        int mtu,

        @Schema(defaultValue = "BOTH") NetworkRole role) {

    public NetworkSpec {
        subnets = List.copyOf(subnets);
        gateways = List.copyOf(gateways);
    }

    void check(String pointer, Violations violations) {
        Names.check(pointer + "/name", name, violations);
        violations.unless(
                interfaceSelector.matches("[A-Za-z0-9_.*@:-]{1,32}"),
                pointer + "/interfaceSelector",
                "INTERFACE_SELECTOR_INVALID",
                "An interface selector is an interface name, or a pattern with *, as eth0 or ens*.");
        violations.unless(
                vlanId >= 0 && vlanId <= 4094,
                pointer + "/vlanId",
                "VLAN_ID_OUT_OF_RANGE",
                "A VLAN id lies within 1-4094; 0 is untagged.");
        violations.unless(
                mtu == 0 || mtu >= 576 && mtu <= 65_535,
                pointer + "/mtu",
                "MTU_OUT_OF_RANGE",
                "An MTU lies within 576-65535 bytes; 0 takes what the link says.");
        violations.unless(
                !subnets.isEmpty(),
                pointer + "/subnets",
                "SUBNETS_MISSING",
                "A network has at least one subnet: backends are placed by it.");
        for (int i = 0; i < gateways.size(); i++) {
            IpAddress gateway = gateways.get(i);
            violations.unless(
                    subnets.stream().anyMatch(subnet -> subnet.contains(gateway)),
                    pointer + "/gateways/" + i,
                    "GATEWAY_OUTSIDE_SUBNETS",
                    "The gateway " + gateway + " lies in none of this network's subnets, so no node could reach it.");
        }
    }
}
