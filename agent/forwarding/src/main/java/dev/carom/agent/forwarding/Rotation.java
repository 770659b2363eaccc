package dev.carom.agent.forwarding;

/** Whose turn it is in a pool with round robin, kept from table to table. */
final class Rotation {
    private int turn;

    int next() {
        return turn++;
    }
}
