package dev.carom.controlplane.rollout.web;

import dev.carom.controlplane.rollout.Adoption;
import dev.carom.controlplane.rollout.Adoptions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Settles a database that is older than what runs on nodes. */
@RestController
@RequestMapping(path = "/api/v1/config/adopt", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "config")
class AdoptionController {
    private final Adoptions adoptions;

    AdoptionController(Adoptions adoptions) {
        this.adoptions = adoptions;
    }

    @PostMapping
    @Operation(
            operationId = "adoptDatabase",
            summary =
                    "After DATABASE_WENT_BACK: send what the database has to all nodes, in a new epoch. What nodes had"
                            + " beyond it is lost")
    Adoption adopt(
            @Parameter(description = "Only say which nodes have more than the database.")
                    @RequestParam(defaultValue = "false")
                    boolean dryRun) {
        return dryRun ? adoptions.plan() : adoptions.adopt();
    }
}
