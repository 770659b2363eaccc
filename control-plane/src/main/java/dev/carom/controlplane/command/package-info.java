/** What a node can be asked to do now, and what it answers. Orders travel on the node's stream. */
@NullMarked
package dev.carom.controlplane.command;

import org.jspecify.annotations.NullMarked;
