package dev.carom.controlplane.command;

import dev.carom.controlplane.address.IpAddress;
import dev.carom.controlplane.pool.Platform;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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

    /** Fetch the desired state anew, and report everything at once. */
    record Resync() implements Order {
        @Override
        public CommandKind kind() {
            return CommandKind.RESYNC;
        }
    }
}
