package dev.carom.agent.diagnose;

import java.util.List;
import java.util.UUID;

/** What was found out: one entry for each (VIP, backend) that was looked at. */
public record Diagnosis(List<BackendDiagnosis> backends) {
    public Diagnosis {
        backends = List.copyOf(backends);
    }

    /** {@code faults} are empty for a sound backend. */
    public record BackendDiagnosis(UUID vip, UUID backend, List<Check> checks, List<Fault> faults) {
        public BackendDiagnosis {
            checks = List.copyOf(checks);
            faults = List.copyOf(faults);
        }
    }
}
