package dev.carom.controlplane.node;

import java.util.List;
import java.util.UUID;

/** Who would lose its place with a node group or one of its virtual routers; VIPs answer it. */
public interface CarriedVips {
    /** Names of a few VIPs that the group serves, in order; empty if it serves none. */
    List<String> vipsOf(UUID nodeGroup);

    /** Names of a few VIPs that one virtual router of the group carries. */
    List<String> vipsOf(UUID nodeGroup, int vrid);
}
