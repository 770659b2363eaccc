package dev.carom.controlplane.canary;

import java.util.Set;
import java.util.UUID;

/**
 * A node that tries a revision, with what it said before.
 *
 * @param leftOut resources that it had left out
 * @param up what it had found UP
 */
record Tester(UUID id, String name, Set<String> leftOut, Set<Served> up) {
    Tester {
        leftOut = Set.copyOf(leftOut);
        up = Set.copyOf(up);
    }

    /** A backend as one listener's: health is judged for each pair. */
    record Served(UUID listener, UUID backend) {}
}
