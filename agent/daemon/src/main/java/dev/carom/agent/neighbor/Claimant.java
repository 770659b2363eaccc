package dev.carom.agent.neighbor;

import java.util.UUID;

/** Who a MAC address belongs to, as far as this node knows. */
public sealed interface Claimant {
    Claimant UNKNOWN = new Unknown();

    record Backend(UUID id) implements Claimant {}

    /** Another node of the group, by the MACs that it reported. */
    record Peer(UUID node) implements Claimant {}

    record Unknown() implements Claimant {}
}
