package dev.carom.controlplane.rollout.web;

import dev.carom.controlplane.rollout.GroupRollout;
import dev.carom.controlplane.rollout.Rollouts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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

    record RolloutList(List<GroupRollout> items) {}

    @Operation(operationId = "listRollouts", summary = "List per node group what each node is to have and has")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    RolloutList list() {
        return new RolloutList(rollouts.list());
    }
}
