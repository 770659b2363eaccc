package dev.carom.controlplane.kubernetes.service;

import java.util.List;

/** What the cluster looked like at one moment. */
record Cluster(List<ServiceClaim> claims, List<ClusterNode> nodes, ReadyEndpoints endpoints) {
    Cluster {
        claims = List.copyOf(claims);
        nodes = List.copyOf(nodes);
    }
}
