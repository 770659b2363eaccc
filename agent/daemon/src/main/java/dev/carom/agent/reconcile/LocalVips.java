package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.forwarding.DesiredState.Vip;
import dev.carom.agent.packet.IpAddress;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * VIPs that this node's own kernel has as an address: it would answer for them, so the data path must not. Owned by the
 * reconciler's thread.
 */
final class LocalVips {
    private final Findings findings;
    private Set<UUID> told = Set.of();

    LocalVips(Findings findings) {
        this.findings = findings;
    }

    /** Those of the VIPs that are among the node's addresses; each is a finding for as long as it is. */
    Set<UUID> follow(DesiredState desired, Map<IpAddress, String> nodeAddresses) {
        Set<UUID> local = new HashSet<>();
        for (Vip vip : desired.vips()) {
            String link = nodeAddresses.get(vip.address());
            if (link != null) {
                local.add(vip.id());
                tell(vip, link);
            }
        }
        told.stream()
                .filter(vip -> !local.contains(vip))
                .forEach(vip -> findings.close(FindingCode.VIP_ON_NODE, "vips/" + vip));
        told = Set.copyOf(local);
        return told;
    }

    private void tell(Vip vip, String link) {
        findings.open(
                FindingCode.VIP_ON_NODE,
                "vips/" + vip.id(),
                "This node's kernel has the VIP " + vip.name() + ": the node does not claim it",
                vip.address() + " is an address of " + link,
                "ip address del " + vip.address() + (vip.address().isIpv4() ? "/32" : "/128") + " dev " + link
                        + "; a VIP belongs on the loopback of backends, never on a balancer");
    }
}
