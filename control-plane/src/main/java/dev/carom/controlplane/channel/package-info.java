/** The agent service: pushes desired states to nodes, and hears what became of them. */
@NullMarked
package dev.carom.controlplane.channel;

import org.jspecify.annotations.NullMarked;
