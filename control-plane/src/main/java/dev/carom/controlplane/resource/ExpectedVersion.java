package dev.carom.controlplane.resource;

import dev.carom.controlplane.problem.StaleVersion;
import java.util.Set;

/** Which versions of a resource a writer has seen; empty is any (RFC 9110 13.1.1). */
public record ExpectedVersion(Set<Long> versions) {
    public ExpectedVersion {
        versions = Set.copyOf(versions);
    }

    /** @throws StaleVersion if the resource has another version */
    public void check(Resource resource) {
        check(resource.version());
    }

    /** @throws StaleVersion if the version that is, is not one of these */
    public void check(long present) {
        if (!versions.isEmpty() && !versions.contains(present)) {
            throw new StaleVersion(present);
        }
    }
}
