package dev.carom.controlplane.rollout;

import dev.carom.controlplane.resource.ProvisioningStatus;
import dev.carom.controlplane.resource.ResourceStatus.NodeProvisioning;
import java.util.Comparator;
import java.util.List;

/** How one resource stands on the nodes that are to have it; those that are ACTIVE are not listed. */
public record Provisioning(ProvisioningStatus status, List<NodeProvisioning> nodes) {
    /** No node is to have it. */
    public static final Provisioning NOWHERE = new Provisioning(ProvisioningStatus.ACTIVE, List.of());

    public Provisioning {
        nodes = List.copyOf(nodes);
    }

    /** The worst of the nodes is what people see. */
    static Provisioning of(List<NodeProvisioning> nodes) {
        ProvisioningStatus worst = nodes.stream()
                .map(NodeProvisioning::status)
                .max(Comparator.naturalOrder())
                .orElse(ProvisioningStatus.ACTIVE);
        return new Provisioning(
                worst,
                nodes.stream()
                        .filter(node -> node.status() != ProvisioningStatus.ACTIVE)
                        .toList());
    }
}
