package dev.carom.controlplane.command;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.resource.AdminState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a backend that is asked about before it is made. */
public sealed interface ProposedBackend {
    /** What is absent stays as it is. */
    record Altered(
            UUID backend,
            @Nullable AdminState state,
            @Nullable Integer weight) implements ProposedBackend {}

    /** Deleted: it keeps its flows until its pool's drain timeout. */
    record Removed(UUID backend) implements ProposedBackend {}

    /** Counts as up and resolved. */
    record Added(UUID pool, IpAddress address, int weight) implements ProposedBackend {}
}
