package dev.carom.agent.forwarding;

/** What a backend of a listener's pool does with flows. */
enum Disposition {
    /** New flows by its weight, and its own. */
    TAKES_NEW,
    /** Its own only: draining, weight 0, not yet judged, or down in a pool that keeps flows. */
    KEEPS,
    /** None: what is remembered for it moves. */
    MOVES
}
