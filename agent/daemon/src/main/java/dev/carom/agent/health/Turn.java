package dev.carom.agent.health;

import java.util.function.Consumer;

/** One probe to make. Whoever makes it says once, in the end, what it saw. */
record Turn(Target target, Prober prober, Consumer<Observation> told) {
    void end(Observation seen) {
        told.accept(seen);
    }
}
