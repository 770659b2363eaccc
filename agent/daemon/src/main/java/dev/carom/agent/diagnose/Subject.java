package dev.carom.agent.diagnose;

import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.Protocol;
import dev.carom.agent.forwarding.DesiredState.Vip;
import java.util.List;
import java.util.Set;

/**
 * One backend, as it is reached through one VIP.
 *
 * @param services those of the VIP's listeners that lead to this backend; a range by its first port
 * @param listening every port of the VIP that has a listener
 */
record Subject(Vip vip, Backend backend, List<Service> services, Set<Integer> listening, Platform platform) {
    Subject {
        services = List.copyOf(services);
        listening = Set.copyOf(listening);
    }

    record Service(Protocol protocol, int port) {
        @Override
        public String toString() {
            return protocol.name().toLowerCase(java.util.Locale.ROOT) + "/" + port;
        }
    }
}
