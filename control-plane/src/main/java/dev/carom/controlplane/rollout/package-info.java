/** What each node group must do at a revision, stored once for all replicas, and how far its nodes have come. */
@NullMarked
package dev.carom.controlplane.rollout;

import org.jspecify.annotations.NullMarked;
