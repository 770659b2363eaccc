package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.AdminState;
import dev.carom.agent.forwarding.DesiredState.Backend;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A change that is asked about before it is made. */
public sealed interface ProposedChange {
    /** What is empty stays as it is. A backend that is enabled by it counts as up. */
    record Altered(UUID backend, Optional<AdminState> state, OptionalInt weight) implements ProposedChange {}

    /** It counts as up and resolved. */
    record Added(UUID pool, Backend backend) implements ProposedChange {}
}
