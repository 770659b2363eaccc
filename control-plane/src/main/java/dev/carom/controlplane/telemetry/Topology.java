package dev.carom.controlplane.telemetry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands where, and who carries what, as nodes said lately. */
@Schema(name = "Topology")
public record Topology(List<Group> nodeGroups) {

    @Schema(name = "TopologyGroup")
    public record Group(
            UUID id,
            String name,
            List<Place> networks,
            List<Member> nodes,
            List<Address> vips,
            List<Server> backends) {}

    /** A network of the group; {@code vlanId} 0 is untagged. */
    @Schema(name = "TopologyNetwork")
    public record Place(UUID id, String name, String role, int vlanId, List<String> subnets) {}

    /** @param macs of the interfaces that its data path serves */
    @Schema(name = "TopologyNode")
    public record Member(UUID id, String name, boolean fresh, List<String> addresses, List<String> macs) {}

    /** @param ownerNodeId who carries it; absent when nobody said so lately */
    @Schema(name = "TopologyVip")
    public record Address(
            UUID id,
            String name,
            String address,
            int vrid,
            @Nullable UUID ownerNodeId) {}

    /** A backend that VIPs of the group reach; {@code networkId} is the network that it stands in. */
    @Schema(name = "TopologyBackend")
    public record Server(
            UUID id,
            String name,
            UUID poolId,
            String address,
            @Nullable UUID networkId,
            @Nullable String mac,
            List<UUID> vipIds) {}
}
