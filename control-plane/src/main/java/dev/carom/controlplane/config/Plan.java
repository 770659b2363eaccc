package dev.carom.controlplane.config;

import dev.carom.controlplane.problem.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document would change, and what that would do. */
@Schema(name = "Plan")
public record Plan(
        @Schema(description = "The revision that the document was compared with.")
        long baseRevision,

        List<RevisionChange> changes,

        @Schema(description = "What refuses the document; empty: it can be put.")
        List<Violation> findings,

        PlanImpact impact,

        @Schema(
                description =
                        "The plan removes more than carom.removal-guard-percent of the VIPs or backends: putting it"
                                + " needs this as removalToken.")
        @Nullable String removalToken) {
    public Plan {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }
}
