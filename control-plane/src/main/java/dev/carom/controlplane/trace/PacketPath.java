package dev.carom.controlplane.trace;

import dev.carom.controlplane.command.Explanation;
import dev.carom.controlplane.command.Flow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The three steps of direct server return for a flow just seen: to the balancer, to the backend, and back past the
 * balancer.
 *
 * @param steps two when the flow goes nowhere: there is no answer
 */
public record PacketPath(UUID nodeId, Instant seenAt, Explanation explanation, List<Step> steps) {
    public PacketPath {
        steps = List.copyOf(steps);
    }

    /** @param inferred the balancer does not see this frame: its MACs follow from the other two */
    @Schema(name = "PacketPathStep")
    public record Step(
            int number,
            String sourceAddress,
            String destinationAddress,
            @Nullable String sourceMac,
            @Nullable String destinationMac,
            boolean inferred) {}

    static PacketPath of(UUID node, Instant seenAt, Explanation explanation) {
        Flow flow = explanation.flow();
        String client = flow.source().toString();
        String vip = flow.destination().toString();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(1, client, vip, explanation.cameFromMac(), explanation.cameToMac(), false));
        Explanation.Chosen chosen = explanation.chosen();
        if (chosen != null) {
            steps.add(new Step(2, client, vip, chosen.sourceMac(), chosen.destinationMac(), false));
            // The backend's gateway is the router that the request came by, unless the backend routes otherwise.
            steps.add(new Step(3, vip, client, chosen.destinationMac(), explanation.cameFromMac(), true));
        }
        return new PacketPath(node, seenAt, explanation, steps);
    }
}
