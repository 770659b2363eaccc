package dev.carom.controlplane.command;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.pool.Platform;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a node is asked to do. */
public sealed interface Order {
    CommandKind kind();

    /**
     * Find out what is wrong with backends, as seen through these VIPs. Empty sets ask for all.
     *
     * @param platforms whose commands mend a backend
     */
    record Diagnose(Set<UUID> vips, Set<UUID> backends, Map<UUID, Platform> platforms) implements Order {
        public Diagnose {
            vips = Set.copyOf(vips);
            backends = Set.copyOf(backends);
            platforms = Map.copyOf(platforms);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.DIAGNOSE;
        }
    }

    /** Say where the next packet of this flow goes. */
    record Explain(Flow flow) implements Order {
        @Override
        public CommandKind kind() {
            return CommandKind.EXPLAIN;
        }
    }

    /** Wait for a client's packet to the VIP, and say where that goes. */
    record ExplainNext(IpAddress vip) implements Order {
        @Override
        public CommandKind kind() {
            return CommandKind.EXPLAIN;
        }
    }

    /**
     * Say what these changes would do to the flows of now.
     *
     * @param flow to be explained under both, too
     */
    record Foretell(List<ProposedBackend> changes, @Nullable Flow flow) implements Order {
        public Foretell {
            changes = List.copyOf(changes);
        }

        @Override
        public CommandKind kind() {
            return CommandKind.WHAT_IF;
        }
    }

    /** Capture the VIP's frames. {@code filter} is of pcap-filter(7), and may be empty. */
    record Capture(IpAddress vip, String filter, int seconds, long bytes) implements Order {
        @Override
        public CommandKind kind() {
            return CommandKind.CAPTURE;
        }
    }

    /** Send what the flight recorder has. */
    record Recorded() implements Order {
        @Override
        public CommandKind kind() {
            return CommandKind.CAPTURE;
        }
    }

    /**
     * Say what was done of late.
     *
     * @param series a VIP or a backend
     */
    record Recall(UUID series) implements Order {
        @Override
        public CommandKind kind() {
            return CommandKind.RECALL;
        }
    }

    /** Fetch the desired state anew, and report everything at once. */
    record Resync() implements Order {
        @Override
        public CommandKind kind() {
            return CommandKind.RESYNC;
        }
    }
}
