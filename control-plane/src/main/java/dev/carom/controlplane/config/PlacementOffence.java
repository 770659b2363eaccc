package dev.carom.controlplane.config;

import org.jspecify.annotations.Nullable;

/**
 * A row of the view {@code placement_offence}.
 *
 * @param otherName what is in the way: a VIP, network, node or node group, by the code
 */
record PlacementOffence(
        Code code, @Nullable String backendName, @Nullable String backendAddress, String vipName, String otherName) {

    enum Code {
        BACKEND_IS_VIP,
        ADDRESS_FAMILY_MISMATCH,
        BACKEND_IS_GATEWAY,
        BACKEND_IS_NODE,
        BACKEND_OUTSIDE_NETWORKS,
        VIP_IS_GATEWAY,
        VIP_IS_NODE
    }

    /** Why, and what to do. */
    String detail() {
        String backend = "Backend " + backendName + " (" + backendAddress + ")";
        return switch (code) {
            case BACKEND_IS_VIP ->
                backend + " has the address of VIP " + otherName
                        + ": frames for it would come back to the balancer. Give the server's own address; the VIP goes on its loopback.";
            case ADDRESS_FAMILY_MISMATCH ->
                backend + " and VIP " + vipName
                        + " are of different families: the balancer changes MACs only, never the IP packet. Use an IPv4 backend for an IPv4 VIP, and IPv6 for IPv6.";
            case BACKEND_IS_GATEWAY ->
                backend + " is a gateway of network " + otherName
                        + ": what clients send through it would be taken for bounced frames. Use another server, or set forwardsForOthers if it really is both.";
            case BACKEND_IS_NODE ->
                backend + " is node " + otherName
                        + " of the group that serves VIP " + vipName
                        + ": a balancer cannot send frames to itself. Run the service on another host, or move the node out of the group.";
            case BACKEND_OUTSIDE_NETWORKS ->
                backend + " lies in no BACKEND or BOTH network of node group " + otherName
                        + ", which serves VIP " + vipName
                        + ": the balancer reaches servers by MAC, so they must share a segment with it. Add the subnet to a network of the group, or choose a server inside one.";
            case VIP_IS_GATEWAY ->
                "VIP " + vipName + " has the address of a gateway of network " + otherName
                        + ": the balancer would take the router's traffic. Give the VIP an address of its own.";
            case VIP_IS_NODE ->
                "VIP " + vipName + " has an address of node " + otherName
                        + ": its kernel would answer instead of the data path. Give the VIP an address of its own.";
        };
    }
}
