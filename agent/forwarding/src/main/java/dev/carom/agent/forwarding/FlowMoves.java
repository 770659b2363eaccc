package dev.carom.agent.forwarding;

import java.util.List;
import java.util.UUID;

/**
 * What another table would do to the flows that are remembered now.
 *
 * @param flows how many were looked at: those of the pools in question among the most recent
 * @param moved of them, how many would go to another backend with their next packet
 * @param chosenElsewhere of them, how many would go to another backend if they came anew: remembered by nobody
 */
public record FlowMoves(int flows, int moved, int chosenElsewhere, List<Holding> backends) {
    public FlowMoves {
        backends = List.copyOf(backends);
    }

    /**
     * A backend's part of the flows.
     *
     * @param holds the flows that it has now; {@code wouldHold} those that it would have
     * @param takes the flows that it would be chosen for now if they came anew; {@code wouldTake} then
     */
    public record Holding(UUID backend, String name, int holds, int wouldHold, int takes, int wouldTake) {}
}
