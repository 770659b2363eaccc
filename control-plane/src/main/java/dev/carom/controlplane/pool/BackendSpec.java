package dev.carom.controlplane.pool;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.MacAddress;
import dev.carom.controlplane.problem.Names;
import dev.carom.controlplane.problem.Violations;
import dev.carom.controlplane.resource.AdminState;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.InetAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server that holds the VIP on its loopback and answers clients directly. */
@Schema(name = "BackendSpec")
public record BackendSpec(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "web-1")
        String name,

        @Schema(defaultValue = "{}") Map<String, String> labels,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "10.0.0.21", description = "The server's own address.")
        IpAddress address,

        @Schema(example = "52:54:00:ab:cd:ef", description = "Pins the MAC; absent: the nodes resolve it.") @Nullable MacAddress mac,

        @Schema(defaultValue = "1", description = "0-256; 0 takes no new flows.")
        int weight,

        @Schema(defaultValue = "ENABLED") AdminState adminState,
        @Schema(defaultValue = "LOOPBACK") BackendKind kind,

        @Schema(defaultValue = "false", description = "It is a router too: it may be a gateway.")
        boolean forwardsForOthers,

        @Schema(defaultValue = "LINUX") Platform platform) {

    public static final int HEAVIEST = 256;

    public BackendSpec {
        labels = Map.copyOf(labels);
    }

    void check() {
        Violations violations = new Violations();
        Names.check("/name", name, violations);
        Names.checkLabels(labels, violations);
        violations.unless(
                weight >= 0 && weight <= HEAVIEST,
                "/weight",
                "WEIGHT_OUT_OF_RANGE",
                "A weight lies within 0-256: it counts against the weights of the pool's other backends.");
        InetAddress value = address.value();
        violations.unless(
                !value.isLoopbackAddress()
                        && !value.isMulticastAddress()
                        && !value.isAnyLocalAddress()
                        && !value.isLinkLocalAddress()
                        && !address.isBroadcast(),
                "/address",
                "BACKEND_NOT_UNICAST",
                "A backend is a server on a network of the balancer: " + address
                        + " is loopback, link-local, multicast, broadcast or unspecified, so no frame can be sent to it. Give the server's own address.");
        violations.refuse();
    }
}
