package dev.carom.controlplane.channel;

import java.util.UUID;

/** The node that a call comes from, proved by its token. */
record AuthenticatedNode(UUID id, UUID nodeGroupId) {}
