package dev.carom.agent.controlplane;

import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import dev.carom.agent.reconcile.RevisionedState;
import dev.carom.contract.v1.Snapshot;
import dev.carom.contract.v1.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a snapshot in, or refuses it with the reason. The watch's thread brings them, and a command to fetch one. */
final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Ledger ledger;
    private final Acknowledger acknowledger;
    private final Self self;
    private final Consumer<RevisionedState> states;

    Inbox(Ledger ledger, Acknowledger acknowledger, Self self, Consumer<RevisionedState> states) {
        this.ledger = ledger;
        this.acknowledger = acknowledger;
        this.self = self;
        this.states = states;
    }

    synchronized void receive(Snapshot snapshot) {
        ReceivedState.Name name = SnapshotDecoder.name(snapshot);
        switch (ledger.admit(name)) {
            case TAKE -> take(snapshot, name);
            case KNOWN -> LOG.info("revision {} is already at hand", name.id());
            case LOWER -> tell(name, "LOWER_REVISION", "this node already has a higher epoch and revision");
            case OTHER_HASH ->
                tell(name, "OTHER_HASH_FOR_REVISION", "this node has the same epoch and revision with another content");
            case REFUSED_BEFORE -> tell(name, "REFUSED_BEFORE", "it was rejected before and has not changed");
        }
    }

    private void take(Snapshot snapshot, ReceivedState.Name name) {
        try {
            ReceivedState received = SnapshotDecoder.decode(snapshot);
            if (!received.isWhole()) {
                refuse(name, "HASH_MISMATCH", "the bytes do not have the hash that was sent with them");
                return;
            }
            RevisionedState state = DesiredStateReader.read(received);
            self.learn(state.desired());
            ledger.applying(received);
            acknowledger.climb(name, Stage.STAGE_RECEIVED, state.errors());
            states.accept(state);
        } catch (IOException | RuntimeException broken) {
            refuse(name, "UNREADABLE_STATE", Objects.requireNonNullElse(broken.getMessage(), broken.toString()));
        }
    }

    private void refuse(ReceivedState.Name name, String code, String message) {
        ledger.refused(name);
        tell(name, code, message);
    }

    private void tell(ReceivedState.Name name, String code, String message) {
        LOG.warn("revision {} is refused: {}", name.id(), message);
        acknowledger.climb(name, Stage.STAGE_REJECTED, List.of(new ResourceError("", code, message)));
    }
}
