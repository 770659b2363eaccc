package dev.carom.controlplane.ipvs;

import dev.carom.controlplane.address.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual service of IPVS that forwards by direct routing.
 *
 * @param protocol TCP or UDP
 * @param port 0: all ports
 * @param algorithm by our name
 * @param affinity absent: none
 * @param check absent: none
 * @param sorry who answers when no server is up; absent: nobody
 */
record Service(
        String protocol,
        IpAddress address,
        int port,
        String algorithm,
        @Nullable Affinity affinity,
        List<Server> servers,
        @Nullable Check check,
        @Nullable Server sorry) {
    Service {
        servers = List.copyOf(servers);
    }

    Service with(List<Server> others) {
        return new Service(protocol, address, port, algorithm, affinity, others, check, sorry);
    }

    /** @param prefixLength of the clients that stay together */
    record Affinity(long timeoutSeconds, int prefixLength) {}

    /** A real server, which listens on the service's own port. */
    record Server(IpAddress address, int weight) {}
}
