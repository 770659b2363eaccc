package dev.carom.lab.totals;

/** How one test ended. */
sealed interface Outcome {
    record Passed() implements Outcome {}

    /** {@code message} is the beginning of what the runner wrote, on one line. */
    record Failed(String message) implements Outcome {}

    /** {@code reason} is empty when the runner gave none, which no list can allow. */
    record Skipped(String reason) implements Outcome {}
}
