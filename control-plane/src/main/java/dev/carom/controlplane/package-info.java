/** The control plane: REST to operators, the agent service to nodes, PostgreSQL as the truth. */
@NullMarked
package dev.carom.controlplane;

import org.jspecify.annotations.NullMarked;
