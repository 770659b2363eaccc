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
        if (!versions.isEmpty() && !versions.contains(resource.version())) {
            throw new StaleVersion(resource.version());
        }
    }
}
