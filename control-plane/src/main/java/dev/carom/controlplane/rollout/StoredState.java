package dev.carom.controlplane.rollout;

import dev.carom.controlplane.config.RevisionId;
import java.util.UUID;

/**
 * What the nodes of a group are to have now.
 *
 * @param id the pair at which the content last changed
 * @param content the bytes as agents receive them; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by hash, which says the same.
public record StoredState(UUID nodeGroupId, RevisionId id, Hash hash, byte[] content) {}
