package dev.carom.agent.reconcile;

import dev.carom.agent.forwarding.ForwardingTableCompiler.ResourceError;
import java.util.List;

/** What became of a state. Told by the reconciler's thread; must not block. */
public interface Outcomes {
    /** Frames are decided by it; {@code errors} names what was left out. */
    void applied(RevisionedState state, List<ResourceError> errors);

    /** The engine's table, read back, equals the compiler's. */
    void verified(RevisionedState state, List<ResourceError> errors);

    /** The node goes on with the state before. */
    void rejected(RevisionedState state, ResourceError why);
}
