package dev.carom.agent.diagnose;

import dev.carom.agent.forwarding.FlowMoves;
import java.util.Optional;

/** What a change would do to the flows remembered now, and where the flow in question goes now and then. */
public record Forecast(FlowMoves moves, Optional<ExplainedFlow> now, Optional<ExplainedFlow> then) {}
