package dev.carom.controlplane.channel;

import dev.carom.controlplane.command.Diagnosis;
import java.util.List;

/** What a node diagnosed, from the wire. */
final class DiagnosisMessages {
    private DiagnosisMessages() {}

    static Diagnosis toDomain(dev.carom.contract.v1.Diagnosis message) {
        return new Diagnosis(message.getBackendsList().stream()
                .map(DiagnosisMessages::backend)
                .toList());
    }

    private static Diagnosis.BackendDiagnosis backend(dev.carom.contract.v1.BackendDiagnosis message) {
        return new Diagnosis.BackendDiagnosis(
                Ids.fromBytes(message.getVipId()),
                Ids.fromBytes(message.getBackendId()),
                message.getChecksList().stream().map(DiagnosisMessages::check).toList(),
                message.getFaultsList().stream().map(DiagnosisMessages::fault).toList());
    }

    private static Diagnosis.Check check(dev.carom.contract.v1.Check message) {
        return new Diagnosis.Check(
                message.getName(),
                outcome(message.getOutcome()),
                message.getSummary(),
                List.copyOf(message.getSentList()),
                List.copyOf(message.getReceivedList()));
    }

    private static Diagnosis.CheckOutcome outcome(dev.carom.contract.v1.CheckOutcome outcome) {
        return switch (outcome) {
            case CHECK_OUTCOME_PASSED -> Diagnosis.CheckOutcome.PASSED;
            case CHECK_OUTCOME_FAILED -> Diagnosis.CheckOutcome.FAILED;
            case CHECK_OUTCOME_SKIPPED, CHECK_OUTCOME_UNSPECIFIED, UNRECOGNIZED -> Diagnosis.CheckOutcome.SKIPPED;
        };
    }

    private static Diagnosis.Fault fault(dev.carom.contract.v1.DiagnosedFault message) {
        return new Diagnosis.Fault(
                message.getCode(),
                message.getSummary(),
                List.copyOf(message.getChecksList()),
                message.getRemedy(),
                message.getDecide());
    }
}
