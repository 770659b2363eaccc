package dev.carom.controlplane.ipvs;

import java.util.List;

/** All that was found in a file and has an equivalent. */
record Found(List<Service> services, List<Carrier> carriers) {
    Found {
        services = List.copyOf(services);
        carriers = List.copyOf(carriers);
    }
}
