package dev.carom.controlplane.telemetry;

/** A node told changes to a report that is not known here: it should tell all. */
public final class UnknownReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownReportException() {
        super("That report is not known (any more): send a whole one.");
    }
}
