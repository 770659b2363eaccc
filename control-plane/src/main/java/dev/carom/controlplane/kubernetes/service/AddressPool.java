package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Addresses that Services may get, and who serves them.
 *
 * @param nodeGroup name of the node group that announces them
 * @param autoAssign whether a Service gets one that names neither the pool nor an address
 */
record AddressPool(String name, String nodeGroup, List<AddressRange> ranges, boolean autoAssign) {
    AddressPool {
        ranges = List.copyOf(ranges);
    }

    boolean contains(IpAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    Optional<IpAddress> lowestFree(Family family, Predicate<IpAddress> taken) {
        return ranges.stream()
                .filter(range -> range.family() == family)
                .flatMap(range -> range.lowestFree(taken).stream())
                .findFirst();
    }
}
