package dev.carom.agent.neighbor;

import dev.carom.agent.datapath.AttachedInterface;
import dev.carom.agent.packet.IpAddress;
import dev.carom.agent.packet.IpPrefix;
import java.util.List;
import java.util.Optional;

/**
 * Where neighbours are asked and told: an interface, and a VLAN on it.
 *
 * @param vlanId 0 is untagged
 * @param onLink the prefixes whose hosts are here
 * @param own the node's addresses to ask from
 * @param facesClients whether VIPs are announced here
 * @param facesBackends whether backends are looked for here
 */
public record Segment(
        AttachedInterface link,
        int vlanId,
        List<IpPrefix> onLink,
        List<IpAddress> own,
        boolean facesClients,
        boolean facesBackends) {

    public Segment {
        onLink = List.copyOf(onLink);
        own = List.copyOf(own);
    }

    boolean reaches(IpAddress address) {
        return onLink.stream().anyMatch(prefix -> prefix.contains(address));
    }

    boolean is(int interfaceIndex, int vlan) {
        return link.index() == interfaceIndex && vlanId == vlan;
    }

    /** The node's address in the prefix of the target, or any of the same family. */
    Optional<IpAddress> ownFor(IpAddress target) {
        return own.stream()
                .filter(address ->
                        onLink.stream().anyMatch(prefix -> prefix.contains(address) && prefix.contains(target)))
                .findFirst()
                .or(() -> own.stream()
                        .filter(address -> address.isIpv4() == target.isIpv4())
                        .findFirst());
    }
}
