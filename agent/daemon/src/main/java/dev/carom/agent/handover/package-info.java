/** Moves this node's VIPs to a peer by the control plane's REST interface, as an operator would. */
@NullMarked
package dev.carom.agent.handover;

import org.jspecify.annotations.NullMarked;
