package dev.carom.controlplane.rollout;

/** How a node group stands. */
public enum RolloutState {
    /** Some node has not verified it yet. */
    ROLLING,
    /** Every node has verified it. */
    COMPLETE,
    /** Chosen nodes try a revision for all; the others of the group are held back. */
    CANARY,
    /** Nodes of other groups try a revision: this group keeps what it has until then. */
    HELD_BACK;

    static RolloutState of(boolean onTrial, boolean chosen, boolean complete) {
        if (onTrial) {
            return chosen ? CANARY : HELD_BACK;
        }
        return complete ? COMPLETE : ROLLING;
    }
}
