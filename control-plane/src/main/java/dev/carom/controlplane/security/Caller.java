package dev.carom.controlplane.security;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who calls: a person who signed in, a machine with a token, or a cluster.
 *
 * @param id of the user or of the token; of a cluster always the same
 * @param mustChangePassword nothing else is open to the person before
 */
public record Caller(Kind kind, UUID id, String name, List<Grant> grants, boolean mustChangePassword) {
    /** By what a caller is known. */
    public enum Kind {
        USER,
        TOKEN,
        /** A Kubernetes cluster, whose Services are configuration. */
        CLUSTER
    }

    public Caller {
        grants = List.copyOf(grants);
    }

    /** Somewhere, if not everywhere. */
    public boolean hasSomewhere(Role least) {
        return granting(least).findAny().isPresent();
    }

    public boolean hasEverywhere(Role least) {
        return granting(least).anyMatch(grant -> grant.scope().isEverything());
    }

    /** The grants that suffice for what needs this role. */
    public Stream<Grant> granting(Role least) {
        return grants.stream().filter(grant -> grant.role().covers(least));
    }
}
