package dev.carom.agent.forwarding;

import java.util.Optional;

/** What a proposal would do, and where the flow in question goes now and then, where one was asked for. */
public record ProposalEffect(FlowMoves moves, Optional<FlowExplanation> now, Optional<FlowExplanation> then) {}
