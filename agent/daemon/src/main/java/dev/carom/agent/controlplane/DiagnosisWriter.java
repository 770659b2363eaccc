package dev.carom.agent.controlplane;

import dev.carom.agent.diagnose.Check;
import dev.carom.agent.diagnose.Diagnosis;
import dev.carom.agent.diagnose.Diagnosis.BackendDiagnosis;
import dev.carom.agent.diagnose.Fault;
import dev.carom.contract.v1.CheckOutcome;
import dev.carom.contract.v1.DiagnosedFault;

/** Writes what the doctor found as the contract's message. */
final class DiagnosisWriter {
    private DiagnosisWriter() {}

    static dev.carom.contract.v1.Diagnosis write(Diagnosis diagnosis) {
        return dev.carom.contract.v1.Diagnosis.newBuilder()
                .addAllBackends(diagnosis.backends().stream()
                        .map(DiagnosisWriter::backend)
                        .toList())
                .build();
    }

    private static dev.carom.contract.v1.BackendDiagnosis backend(BackendDiagnosis diagnosis) {
        return dev.carom.contract.v1.BackendDiagnosis.newBuilder()
                .setVipId(Uuids.toBytes(diagnosis.vip()))
                .setBackendId(Uuids.toBytes(diagnosis.backend()))
                .addAllChecks(
                        diagnosis.checks().stream().map(DiagnosisWriter::check).toList())
                .addAllFaults(
                        diagnosis.faults().stream().map(DiagnosisWriter::fault).toList())
                .build();
    }

    private static dev.carom.contract.v1.Check check(Check check) {
        return dev.carom.contract.v1.Check.newBuilder()
                .setName(check.name())
                .setOutcome(
                        CheckOutcome.valueOf("CHECK_OUTCOME_" + check.outcome().name()))
                .setSummary(check.summary())
                .addAllSent(check.sent())
                .addAllReceived(check.received())
                .build();
    }

    private static DiagnosedFault fault(Fault fault) {
        return DiagnosedFault.newBuilder()
                .setCode(fault.code().name())
                .setSummary(fault.summary())
                .addAllChecks(fault.checks())
                .setRemedy(fault.remedy())
                .setDecide(fault.decide())
                .build();
    }
}
