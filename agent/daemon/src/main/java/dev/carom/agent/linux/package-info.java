/** Thin downcalls: sockets, netlink, and the few programs that the host provides. Knows nothing of Carom. */
@NullMarked
package dev.carom.agent.linux;

import org.jspecify.annotations.NullMarked;
