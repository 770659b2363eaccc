package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.DesiredState;
import java.util.Optional;
import java.util.UUID;

/** Who this node is in its group: by its id where its token carries one, else by its name. */
public record NodeIdentity(String name, Optional<UUID> id) {

    /** Empty when the group does not know this node. */
    public Optional<UUID> in(DesiredState desired) {
        return id.or(() -> desired.nodes().stream()
                .filter(node -> node.name().equals(name))
                .map(DesiredState.Node::id)
                .findFirst());
    }
}
