package dev.carom.controlplane.security;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a grant reaches.
 *
 * @param nodeGroups empty: all of them
 * @param labels only resources that carry all of these; empty: any
 */
public record Scope(Set<UUID> nodeGroups, Map<String, String> labels) {
    public static final Scope EVERYTHING = new Scope(Set.of(), Map.of());

    public Scope {
        nodeGroups = Set.copyOf(nodeGroups);
        labels = Map.copyOf(labels);
    }

    public static Scope of(UUID nodeGroup) {
        return new Scope(Set.of(nodeGroup), Map.of());
    }

    public boolean isEverything() {
        return nodeGroups.isEmpty() && labels.isEmpty();
    }

    /** Whether a resource that these node groups share lies within: each of them must. */
    public boolean contains(Set<UUID> groups, Map<String, String> carried) {
        return (nodeGroups.isEmpty() || nodeGroups.containsAll(groups))
                && carried.entrySet().containsAll(labels.entrySet());
    }
}
