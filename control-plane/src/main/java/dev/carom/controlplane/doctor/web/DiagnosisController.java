package dev.carom.controlplane.doctor.web;

import dev.carom.controlplane.doctor.Examination;
import dev.carom.controlplane.doctor.Examinations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "diagnoses")
class DiagnosisController {
    private static final int NEWEST = 50;

    private final Examinations examinations;

    DiagnosisController(Examinations examinations) {
        this.examinations = examinations;
    }

    record DiagnosisList(List<Examination> items) {}

    @PostMapping("/backends/{id}/diagnose")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiResponse(responseCode = "202", description = "Started: follow Location, or the diagnosis.progress events.")
    @Operation(operationId = "diagnoseBackend", summary = "Have the owning nodes examine a backend on the wire")
    ResponseEntity<Examination> diagnoseBackend(@PathVariable UUID id) {
        return accepted(examinations.ofBackend(id));
    }

    @PostMapping("/vips/{id}/diagnose")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiResponse(responseCode = "202", description = "Started: follow Location, or the diagnosis.progress events.")
    @Operation(operationId = "diagnoseVip", summary = "Have the owning node examine all backends of a VIP on the wire")
    ResponseEntity<Examination> diagnoseVip(@PathVariable UUID id) {
        return accepted(examinations.ofVip(id));
    }

    @GetMapping("/diagnoses/{id}")
    @Operation(operationId = "getDiagnosis", summary = "Get one as it stands")
    Examination get(@PathVariable UUID id) {
        return examinations.find(id);
    }

    @GetMapping("/diagnoses")
    @Operation(operationId = "listDiagnoses", summary = "List the newest 50, the newest first")
    DiagnosisList list() {
        return new DiagnosisList(examinations.list(NEWEST));
    }

    private static ResponseEntity<Examination> accepted(Examination started) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/diagnoses/" + started.id()))
                .body(started);
    }
}
