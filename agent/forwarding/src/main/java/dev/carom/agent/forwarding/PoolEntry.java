package dev.carom.agent.forwarding;

import dev.carom.agent.forwarding.DesiredState.Backend;
import dev.carom.agent.forwarding.DesiredState.Pool;
import java.util.List;

/**
 * A pool on its way into the table.
 *
 * @param firstBackend index in the table of the first of its backends, which lie together
 * @param backends those that were not left out, by id
 * @param entries of the same backends
 */
record PoolEntry(Pool pool, int firstBackend, List<Backend> backends, List<BackendEntry> entries) {}
