package dev.carom.controlplane.command;

/** What came of a command. */
public sealed interface Outcome permits CaptureOutcome, Diagnosis, Explanation, Forecast, Recollection, Outcome.Done {
    /** One line for a person. */
    record Done(String text) implements Outcome {}
}
