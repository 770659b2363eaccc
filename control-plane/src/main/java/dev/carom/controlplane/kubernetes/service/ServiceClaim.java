package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.address.Subnet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a Service asks for.
 *
 * @param requested addresses that it wants and no others; at most one of a family counts
 * @param published addresses that its status shows
 * @param addressPool empty: any
 * @param local whether only nodes with a ready endpoint serve it (externalTrafficPolicy)
 * @param healthCheckPort where such a node says so; 0: it has none
 * @param sources who may reach it
 * @param affinityMs how long a client stays on its node; 0: no affinity
 * @param unreadable what of it could not be read
 */
record ServiceClaim(
        ServiceKey key,
        Instant created,
        List<Family> families,
        List<IpAddress> requested,
        List<IpAddress> published,
        Optional<String> addressPool,
        List<Port> ports,
        boolean local,
        int healthCheckPort,
        Sources sources,
        long affinityMs,
        List<Notice> unreadable) {

    ServiceClaim {
        families = List.copyOf(families);
        requested = List.copyOf(requested);
        published = List.copyOf(published);
        ports = List.copyOf(ports);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * @param name empty: it has none
     * @param protocol as Kubernetes writes it: {@code TCP}, {@code UDP} or {@code SCTP}
     */
    record Port(String name, String protocol, int number) {
        boolean isSupported() {
            return protocol.equals("TCP") || protocol.equals("UDP");
        }

        @Override
        public String toString() {
            return number + "/" + protocol;
        }
    }

    /** @param limited whether the Service limits its sources at all: then a family without a range is closed */
    record Sources(boolean limited, List<Subnet> ranges) {
        static final Sources EVERYBODY = new Sources(false, List.of());

        Sources {
            ranges = List.copyOf(ranges);
        }

        List<Subnet> allowed(Family family) {
            return ranges.stream()
                    .filter(range -> Family.of(range.address()) == family)
                    .toList();
        }

        List<Subnet> denied(Family family) {
            return limited && allowed(family).isEmpty() ? List.of(Subnet.parse(family.everybody())) : List.of();
        }
    }

    Optional<IpAddress> requested(Family family) {
        return requested.stream()
                .filter(address -> Family.of(address) == family)
                .findFirst();
    }
}
