package dev.carom.controlplane.diagnosis.web;

import dev.carom.controlplane.diagnosis.FindingSource;
import dev.carom.controlplane.diagnosis.OpenFinding;
import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.MemoryCollection;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.security.Sight;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
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
    private final Sight sight;

    FindingController(List<FindingSource> sources, Sight sight) {
        this.sources = sources;
        this.sight = sight;
    }

    @Schema(name = "Finding")
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

    private static final MemoryCollection<FindingView> COLLECTION = MemoryCollection.<FindingView>keyed(
                    Field.id("id"), view -> view.id().toString(), "openedAt")
            .with(Field.text("code"), FindingView::code)
            .with(Field.text("resource"), FindingView::resource)
            .with(Field.text("summary"), FindingView::summary)
            .with(Field.time("openedAt"), FindingView::openedAt);

    @Operation(operationId = "listFindings", summary = "List what stands now, the oldest first unless sorted otherwise")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<FindingView> list(@ParameterObject Listing listing) {
        List<FindingView> open = sources.stream()
                .flatMap(source -> source.open().stream())
                .map(FindingView::of)
                .toList();
        Set<String> seen =
                sight.seen(open.stream().map(FindingView::resource).distinct().toList());
        List<FindingView> shown = open.stream()
                .filter(finding -> seen.contains(finding.resource()))
                .toList();
        return Page.of(COLLECTION.page(shown, listing.request()));
    }
}
