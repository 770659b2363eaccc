package dev.carom.agent.controlplane;

import com.google.protobuf.ByteString;
import dev.carom.agent.forwarding.DesiredState;
import dev.carom.agent.reconcile.NodeIdentity;
import java.util.Optional;
import java.util.UUID;

/** How this process names itself in every request. Safe for use from any thread. */
final class Self {
    private final NodeIdentity identity;
    private final String version;
    private final ByteString bootId = Uuids.toBytes(UUID.randomUUID());
    private volatile Optional<UUID> node;

    Self(NodeIdentity identity, String version) {
        this.identity = identity;
        this.version = version;
        this.node = identity.id();
    }

    /** A node whose token does not carry its id finds itself by name in its group. */
    void learn(DesiredState desired) {
        node = identity.in(desired).or(() -> node);
    }

    /** Empty while unknown: the token then says who asks. */
    ByteString nodeId() {
        return node.map(Uuids::toBytes).orElse(ByteString.EMPTY);
    }

    /** Random at each start of the process. */
    ByteString bootId() {
        return bootId;
    }

    String version() {
        return version;
    }
}
