package dev.carom.controlplane.diagnosis.web;

import dev.carom.controlplane.diagnosis.FindingSource;
import dev.carom.controlplane.diagnosis.OpenFinding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists what stands now, the oldest first. */
@RestController
@Tag(name = "findings")
@RequestMapping("/api/v1/findings")
class FindingController {
    private final List<FindingSource> sources;

    FindingController(List<FindingSource> sources) {
        this.sources = sources;
    }

    record FindingView(
            UUID id, String code, String resource, String summary, String evidence, String remedy, Instant openedAt) {
        static FindingView of(OpenFinding open) {
            var finding = open.finding();
            return new FindingView(
                    open.id(),
                    finding.code(),
                    finding.resource(),
                    finding.summary(),
                    finding.evidence(),
                    finding.remedy(),
                    open.openedAt());
        }
    }

    record FindingList(List<FindingView> items) {}

    @Operation(operationId = "listFindings", summary = "List what stands now, the oldest first")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    FindingList list() {
        return new FindingList(sources.stream()
                .flatMap(source -> source.open().stream())
                .sorted(Comparator.comparing(OpenFinding::openedAt).thenComparing(OpenFinding::id))
                .map(FindingView::of)
                .toList());
    }
}
