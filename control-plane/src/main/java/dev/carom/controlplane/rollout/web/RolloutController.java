package dev.carom.controlplane.rollout.web;

import dev.carom.controlplane.listing.Field;
import dev.carom.controlplane.listing.MemoryCollection;
import dev.carom.controlplane.rest.Listing;
import dev.carom.controlplane.rest.Page;
import dev.carom.controlplane.rollout.GroupRollout;
import dev.carom.controlplane.rollout.Rollouts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows per node group what its nodes are to have, and what each of them has. */
@RestController
@Tag(name = "rollouts")
@RequestMapping("/api/v1/rollouts")
class RolloutController {
    private final Rollouts rollouts;

    RolloutController(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    private static final MemoryCollection<GroupRollout> COLLECTION = MemoryCollection.<GroupRollout>keyed(
                    Field.id("nodeGroupId"), rollout -> rollout.nodeGroupId().toString(), "nodeGroupName")
            .with(Field.text("nodeGroupName"), GroupRollout::nodeGroupName)
            .with(Field.number("revision"), GroupRollout::revision)
            .with(Field.time("changedAt"), GroupRollout::changedAt)
            .with(Field.text("state"), rollout -> rollout.state().name())
            .with(Field.truth("complete"), GroupRollout::complete);

    @Operation(operationId = "listRollouts", summary = "List per node group what each node is to have and has")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<GroupRollout> list(
            @ParameterObject Listing listing,
            @RequestParam(required = false)
                    @Parameter(description = "An earlier one: the groups whose state it changed. Kept for 30 days.")
                    @Nullable Long revision) {
        return Page.of(COLLECTION.page(revision == null ? rollouts.list() : rollouts.of(revision), listing.request()));
    }
}
