package dev.carom.controlplane.command;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a node kept of a VIP or a backend, about second by second, the oldest first. */
public record Recollection(List<Second> seconds) implements Outcome {
    public Recollection {
        seconds = List.copyOf(seconds);
    }

    /**
     * @param ago how long before the answer it ended
     * @param flows remembered at its end; absent where the node does not say
     */
    public record Second(
            Duration ago,
            Duration length,
            long packets,
            long bytes,
            long newFlows,
            @Nullable Long flows) {}
}
