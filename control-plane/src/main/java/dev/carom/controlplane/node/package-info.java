/** Node groups with their networks and virtual routers, and the nodes that run an agent. */
@NullMarked
package dev.carom.controlplane.node;

import org.jspecify.annotations.NullMarked;
