package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who has which address while a plan is made, and what the next Service may have. */
final class AddressBook {
    private final List<AddressPool> pools;
    private final Map<IpAddress, Holder> holders = new HashMap<>();

    /**
     * Who has an address.
     *
     * @param uid of the Service; empty: it is no Service
     */
    private record Holder(String uid, String spoken) {}

    /** What one family of a Service gets. */
    sealed interface Answer {
        record Given(IpAddress address, AddressPool pool) implements Answer {}

        record Denied(Notice notice) implements Answer {}
    }

    /** An address that a Service holds stays its own until it asks for another. */
    AddressBook(List<AddressPool> pools, Cluster cluster, Ground ground) {
        this.pools = List.copyOf(pools);
        Map<String, ServiceKey> services = cluster.claims().stream()
                .map(ServiceClaim::key)
                .collect(Collectors.toMap(ServiceKey::uid, Function.identity()));
        ground.occupied().forEach((address, what) -> holders.put(address, new Holder("", what)));
        cluster.nodes()
                .forEach(node -> node.addresses()
                        .forEach(address -> holders.put(address, new Holder("", "node " + node.name()))));
        ground.exposures().forEach((uid, exposure) -> {
            ServiceKey service = services.get(uid);
            Holder holder = new Holder(uid, service == null ? "a Service that is gone" : "Service " + service);
            exposure.vips().values().forEach(vip -> holders.put(vip.address(), holder));
        });
    }

    Answer give(ServiceClaim claim, Family family, Exposure present) {
        Answer answer = claim.requested(family)
                .map(address -> requested(claim, address))
                .orElseGet(() -> any(claim, family, present));
        if (answer instanceof Answer.Given given) {
            holders.put(given.address(), new Holder(claim.key().uid(), "Service " + claim.key()));
        }
        return answer;
    }

    private Answer requested(ServiceClaim claim, IpAddress address) {
        Optional<AddressPool> pool =
                pools.stream().filter(each -> each.contains(address)).findFirst();
        Holder holder = holders.get(address);
        if (pool.isEmpty()) {
            return denied(
                    Notice.Reason.ADDRESS_OUTSIDE_POOLS,
                    "No address pool holds " + address
                            + ", which this Service asks for: ask for another, or add it to a pool.");
        }
        if (holder != null && !holder.uid().equals(claim.key().uid())) {
            return denied(
                    Notice.Reason.ADDRESS_TAKEN,
                    "The address " + address + ", which this Service asks for, belongs to " + holder.spoken()
                            + ". It is given as soon as it is free.");
        }
        return new Answer.Given(address, pool.get());
    }

    /** The one that it has, or that its status shows although Carom forgot it; else the lowest that is free. */
    private Answer any(ServiceClaim claim, Family family, Exposure present) {
        List<AddressPool> allowed = pools.stream()
                .filter(pool -> claim.addressPool().map(pool.name()::equals).orElse(pool.autoAssign()))
                .toList();
        if (allowed.isEmpty() && claim.addressPool().isPresent()) {
            return denied(
                    Notice.Reason.ADDRESS_POOL_UNKNOWN,
                    "There is no address pool " + claim.addressPool().get() + ", only: " + names(pools) + ".");
        }
        return present.address(family)
                .flatMap(address -> in(allowed, address))
                .or(() -> shown(claim, family).flatMap(address -> in(allowed, address)))
                .or(() -> lowest(allowed, family))
                .<Answer>map(given -> given)
                .orElseGet(() -> denied(
                        Notice.Reason.NO_FREE_ADDRESS,
                        "No " + family + " address is free in the address pools (" + names(allowed)
                                + "): add addresses, or delete a Service that has one."));
    }

    private Optional<IpAddress> shown(ServiceClaim claim, Family family) {
        return claim.published().stream()
                .filter(address -> Family.of(address) == family && !holders.containsKey(address))
                .findFirst();
    }

    private static Optional<Answer.Given> in(List<AddressPool> allowed, IpAddress address) {
        return allowed.stream()
                .filter(pool -> pool.contains(address))
                .findFirst()
                .map(pool -> new Answer.Given(address, pool));
    }

    private Optional<Answer.Given> lowest(List<AddressPool> allowed, Family family) {
        for (AddressPool pool : allowed) {
            Optional<IpAddress> free = pool.lowestFree(family, holders::containsKey);
            if (free.isPresent()) {
                return free.map(address -> new Answer.Given(address, pool));
            }
        }
        return Optional.empty();
    }

    private static String names(List<AddressPool> pools) {
        return pools.isEmpty() ? "none" : pools.stream().map(AddressPool::name).collect(Collectors.joining(", "));
    }

    private static Answer denied(Notice.Reason reason, String message) {
        return new Answer.Denied(new Notice(reason, message));
    }
}
