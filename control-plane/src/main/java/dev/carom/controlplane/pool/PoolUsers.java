package dev.carom.controlplane.pool;

import java.util.List;
import java.util.UUID;

/** Who would lose its backends with a pool; listeners answer it. */
public interface PoolUsers {
    /** A few listeners that use the pool, each as {@code listener http of VIP shop}. */
    List<String> listenersOf(UUID pool);
}
