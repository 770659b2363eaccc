package dev.carom.agent.diagnose;

import java.util.List;

/**
 * A named fault of a backend.
 *
 * @param checks the names of those that show it
 * @param remedy the command that mends it, for the backend's system
 * @param decide empty, or the read-only command that tells it from the other fault named beside it
 */
public record Fault(FaultCode code, String summary, List<String> checks, String remedy, String decide) {
    public Fault {
        checks = List.copyOf(checks);
    }
}
