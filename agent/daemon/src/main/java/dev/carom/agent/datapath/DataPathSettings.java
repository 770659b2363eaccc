package dev.carom.agent.datapath;

import dev.carom.agent.forwarding.ForwarderSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * @param interfaces by name; one, or two for in on one and out on the other
 * @param stateDirectory where the host's original values are kept from before the first change
 */
public record DataPathSettings(
        List<String> interfaces, Path stateDirectory, Offloads offloads, ForwarderSettings forwarder) {

    public DataPathSettings {
        interfaces = List.copyOf(interfaces);
        if (interfaces.isEmpty()) {
            throw new IllegalArgumentException("a data path needs an interface");
        }
    }

    /** AUTO switches receive coalescing off where the link lets it, OFF insists on it, LEAVE touches nothing. */
    public enum Offloads {
        AUTO,
        LEAVE,
        OFF
    }
}
