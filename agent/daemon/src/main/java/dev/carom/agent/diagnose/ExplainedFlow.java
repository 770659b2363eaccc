package dev.carom.agent.diagnose;

import dev.carom.agent.forwarding.FlowExplanation;
import dev.carom.agent.forwarding.FlowQuestion;
import dev.carom.agent.packet.MacAddress;
import java.util.Optional;

/**
 * Where a flow goes, and the MACs of the two frames that this node sees of it.
 *
 * @param cameFrom the last hop, where the packet was seen
 * @param cameTo this node's own MAC on the interface that meets the VIP's network
 * @param egress the name of the interface that the chosen backend is behind
 */
public record ExplainedFlow(
        FlowQuestion flow,
        FlowExplanation explanation,
        Optional<MacAddress> cameFrom,
        Optional<MacAddress> cameTo,
        String egress) {}
