package dev.carom.agent.diagnose;

/**
 * How a capture ended.
 *
 * @param lost frames that this node was too busy to take
 * @param full it ended because its bytes were used up
 */
public record CaptureSummary(long frames, long lost, boolean full) {}
