package dev.carom.controlplane.node;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Knows what nodes say of themselves; whoever hears their acknowledgements and reports answers it. */
public interface NodeStatuses {
    /** Nodes never heard of may be missing. */
    Map<UUID, NodeStatus> of(Collection<UUID> nodes);
}
