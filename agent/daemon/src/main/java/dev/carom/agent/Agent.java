package dev.carom.agent;

import java.util.List;

/** A running agent: its parts, made in the order in which they need each other and closed in the reverse. */
final class Agent implements AutoCloseable {
    private Agent() {}

    static Agent start(AgentSettings settings) {
        return new Agent();
    }

    List<String> interfaces() {
        return List.of();
    }

    @Override
    public void close() {}
}
