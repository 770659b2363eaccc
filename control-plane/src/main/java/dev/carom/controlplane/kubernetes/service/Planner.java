package dev.carom.controlplane.kubernetes.service;

import dev.carom.controlplane.address.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Decides what each Service gets. The same cluster, configuration and pools give the same plans. */
final class Planner {
    /** Who asks for an address by name goes before who takes any; then the older one. */
    private static final Comparator<ServiceClaim> ORDER = Comparator.comparing(
                    (ServiceClaim claim) -> claim.requested().isEmpty())
            .thenComparing(ServiceClaim::created)
            .thenComparing(claim -> claim.key().uid());

    private final String clusterName;
    private final List<AddressPool> pools;
    private final int kubeProxyHealthPort;

    Planner(String clusterName, List<AddressPool> pools, int kubeProxyHealthPort) {
        this.clusterName = clusterName;
        this.pools = List.copyOf(pools);
        this.kubeProxyHealthPort = kubeProxyHealthPort;
    }

    List<ServicePlan> plan(Cluster cluster, Ground ground) {
        AddressBook addresses = new AddressBook(pools, cluster, ground);
        return cluster.claims().stream()
                .sorted(ORDER)
                .map(claim -> plan(claim, cluster, ground, addresses))
                .toList();
    }

    private ServicePlan plan(ServiceClaim claim, Cluster cluster, Ground ground, AddressBook addresses) {
        List<Notice> notices = new ArrayList<>(claim.unreadable());
        judgePorts(claim, notices);
        if (claim.ports().stream().noneMatch(ServiceClaim.Port::isSupported)) {
            return new ServicePlan(claim, Exposure.NOTHING, List.of(), notices);
        }
        Exposure present = ground.exposure(claim.key());
        ExposureBuilder exposure = new ExposureBuilder(new Identity(clusterName, claim.key()), claim, present);
        List<IpAddress> given = new ArrayList<>();
        for (Family family : claim.families()) {
            switch (addresses.give(claim, family, present)) {
                case AddressBook.Answer.Denied(Notice notice) -> notices.add(notice);
                case AddressBook.Answer.Given(IpAddress address, AddressPool pool) -> {
                    BalancerGroup group = ground.groups().get(pool.nodeGroup());
                    if (group == null) {
                        notices.add(unknown(pool));
                    } else {
                        BackendNodes nodes = BackendNodes.of(claim, family, group, cluster);
                        exposure.add(family, address, group, nodes.nodes());
                        notices.addAll(nodes.notices());
                        notices.add(new Notice(
                                Notice.Reason.ADDRESS_ASSIGNED,
                                "Node group " + group.name() + " serves " + address + "."));
                        given.add(address);
                    }
                }
            }
        }
        return new ServicePlan(
                claim,
                exposure.build(kubeProxyHealthPort),
                given,
                notices.stream().distinct().toList());
    }

    private static void judgePorts(ServiceClaim claim, List<Notice> notices) {
        String unsupported = claim.ports().stream()
                .filter(port -> !port.isSupported())
                .map(ServiceClaim.Port::toString)
                .collect(Collectors.joining(", "));
        if (!unsupported.isEmpty()) {
            notices.add(new Notice(
                    Notice.Reason.PROTOCOL_UNSUPPORTED,
                    "Carom forwards TCP and UDP; these ports get nothing: " + unsupported + "."));
        }
        if (claim.ports().stream().noneMatch(ServiceClaim.Port::isSupported)) {
            notices.add(new Notice(
                    Notice.Reason.NO_USABLE_PORT, "Without a TCP or UDP port this Service gets no address."));
        }
        if (claim.local() && claim.healthCheckPort() == 0) {
            notices.add(new Notice(
                    Notice.Reason.HEALTH_CHECK_PORT_MISSING,
                    "externalTrafficPolicy is Local, but the Service has no healthCheckNodePort: nodes are judged by"
                            + " kube-proxy's own health, and lose their traffic only when their endpoints are gone."));
        }
    }

    private static Notice unknown(AddressPool pool) {
        return new Notice(
                Notice.Reason.NODE_GROUP_UNKNOWN,
                "Address pool " + pool.name() + " is served by node group " + pool.nodeGroup()
                        + ", which Carom does not have: create it, or name another.");
    }
}
