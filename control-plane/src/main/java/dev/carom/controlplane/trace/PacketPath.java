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
 * @param steps one when the flow goes nowhere: there is no answer
 */
public record PacketPath(UUID nodeId, Instant seenAt, Explanation explanation, List<Step> steps) {
    public PacketPath {
        steps = List.copyOf(steps);
    }

    /** A frame of the path: who sends it to whom. */
    @Schema(name = "PacketPathStep")
    public record Step(
            int number,
            String sourceAddress,
            String destinationAddress,
            @Nullable String sourceMac,
            @Nullable String destinationMac,

            @Schema(
                    description =
                            "Parts that the balancer does not see: the answer goes past it. The backend's gateway is"
                                    + " taken to be the router that the request came by.")
            List<Part> inferred) {
        public Step {
            inferred = List.copyOf(inferred);
        }

        @Schema(name = "PacketPathPart")
        public enum Part {
            SOURCE_MAC,
            DESTINATION_MAC
        }
    }

    static PacketPath of(UUID node, Instant seenAt, Explanation explanation) {
        Flow flow = explanation.flow();
        String client = flow.source().toString();
        String vip = flow.destination().toString();
        Explanation.Before before = explanation.before();
        Explanation.After after = explanation.after();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(1, client, vip, before.sourceMac(), before.destinationMac(), List.of()));
        if (after != null) {
            steps.add(new Step(2, client, vip, after.sourceMac(), after.destinationMac(), List.of()));
            List<Step.Part> inferred = List.of(Step.Part.SOURCE_MAC, Step.Part.DESTINATION_MAC);
            steps.add(new Step(3, vip, client, after.destinationMac(), before.sourceMac(), inferred));
        }
        return new PacketPath(node, seenAt, explanation, steps);
    }
}
