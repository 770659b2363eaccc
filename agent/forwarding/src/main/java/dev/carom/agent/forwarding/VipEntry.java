package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.UnmatchedPortPolicy;
import dev.carom.agent.packet.IpAddress;
import java.util.UUID;

/**
 * A VIP as the table holds it.
 *
 * @param index its place in the table
 * @param owned whether this node answers ARP, NDP and echo for it
 * @param healthy whether a listener has a backend that is up
 */
record VipEntry(
        int index,
        UUID id,
        String name,
        IpAddress address,
        AdminState state,
        boolean owned,
        boolean healthy,
        UnmatchedPortPolicy unmatchedPortPolicy,
        int newFlowsPerSecond,
        PortMap tcp,
        PortMap udp) {

    boolean isDisabled() {
        return state == AdminState.DISABLED;
    }
}
