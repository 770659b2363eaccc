package dev.carom.agent.diagnose;

import java.util.List;

/** One question and what came of it; {@code sent} and {@code received} are decoded frames, one a line. */
public record Check(String name, Outcome outcome, String summary, List<String> sent, List<String> received) {
    public enum Outcome {
        /** As on a sound backend. */
        PASSED,
        FAILED,
        SKIPPED
    }

    public Check {
        sent = List.copyOf(sent);
        received = List.copyOf(received);
    }
}
