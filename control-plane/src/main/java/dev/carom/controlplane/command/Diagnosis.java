package dev.carom.controlplane.command;

import java.util.List;
import java.util.UUID;

/** What an owning node found out: one entry for each (VIP, backend). */
public record Diagnosis(List<BackendDiagnosis> backends) implements Outcome {
    public Diagnosis {
        backends = List.copyOf(backends);
    }

    public record BackendDiagnosis(UUID vipId, UUID backendId, List<Check> checks, List<Fault> faults) {}

    public enum CheckOutcome {
        /** As on a sound backend. */
        PASSED,
        FAILED,
        /** Not asked: an earlier answer makes it pointless, or it does not apply. */
        SKIPPED
    }

    /** {@code sent} and {@code received} are decoded frames, one a line. */
    public record Check(String name, CheckOutcome outcome, String summary, List<String> sent, List<String> received) {}

    /**
     * @param checks the names of those that show it
     * @param remedy the command that mends it on that backend's system
     * @param decide empty, or the read-only command that tells it from another fault that looks the same
     */
    public record Fault(String code, String summary, List<String> checks, String remedy, String decide) {}
}
