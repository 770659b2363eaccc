/** What the agent tells of itself on this host: the status socket, the metrics and the two probes. */
@NullMarked
package dev.carom.agent.status;

import org.jspecify.annotations.NullMarked;
