package dev.carom.controlplane.rollout;

/** Where a group's state is kept; a closed set, for its name becomes SQL. */
enum StateTable {
    /** What all nodes of a group are to have. */
    DESIRED("desired_state"),
    /** What the nodes that were chosen to try a revision are to have in its place. */
    TRIAL("trial_state");

    private final String sql;

    StateTable(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
