package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in Carom that a plan depends on.
 *
 * @param groups by name
 * @param occupied addresses that no Service of this cluster holds, and what has them
 * @param exposures of this cluster's Services, by uid; also of Services that are gone
 */
record Ground(Map<String, BalancerGroup> groups, Map<IpAddress, String> occupied, Map<String, Exposure> exposures) {
    Ground {
        groups = Map.copyOf(groups);
        occupied = Map.copyOf(occupied);
        exposures = Map.copyOf(exposures);
    }

    Exposure exposure(ServiceKey service) {
        return Optional.ofNullable(exposures.get(service.uid())).orElse(Exposure.NOTHING);
    }
}
