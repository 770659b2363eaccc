package dev.carom.controlplane.node;

import dev.carom.controlplane.command.Order;
import dev.carom.controlplane.command.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has a node fetch its desired state anew and report everything at once. */
@Component
public class Resynchronization {
    private final ConnectedNodes connected;
    private final NodeAnswers answers;

    Resynchronization(ConnectedNodes connected, NodeAnswers answers) {
        this.connected = connected;
        this.answers = answers;
    }

    /** What became of it. */
    @Schema(name = "Resynchronized")
    public record Done(
            @Schema(description = "The node's own words.", example = "revision 42 of epoch 1 was fetched")
            String message) {}

    /** Waits until the node has fetched it: what becomes of it is told as with every rollout. */
    public Done of(UUID id) {
        Node node = connected.require(id);
        return new Done(
                answers.ask(node.id(), new Order.Resync(), Outcome.Done.class).text());
    }
}
