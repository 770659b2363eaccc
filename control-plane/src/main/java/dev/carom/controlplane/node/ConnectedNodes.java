package dev.carom.controlplane.node;

import dev.carom.controlplane.problem.Conflict;
import dev.carom.controlplane.problem.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Nodes that can be asked to do something now. */
@Component
public class ConnectedNodes {
    private final NodeRepository nodes;
    private final NodeStatuses statuses;

    ConnectedNodes(NodeRepository nodes, NodeStatuses statuses) {
        this.nodes = nodes;
        this.statuses = statuses;
    }

    /**
     * The node with this id.
     *
     * @throws NotFound if there is none that the caller sees
     * @throws Conflict NO_NODE_CONNECTED if it has no stream to any replica
     */
    public Node require(UUID id) {
        Node node = nodes.findById(id).orElseThrow(() -> new NotFound("node", id));
        if (!statuses.of(List.of(id)).getOrDefault(id, NodeStatus.UNHEARD).connected()) {
            throw new Conflict(
                    "NO_NODE_CONNECTED",
                    "Node " + node.name()
                            + " is not connected. Start carom-agent there; where it runs, its log says why"
                            + " it does not reach this control plane.");
        }
        return node;
    }
}
