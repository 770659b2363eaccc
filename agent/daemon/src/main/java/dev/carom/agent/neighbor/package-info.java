/** Resolves the MAC addresses of backends, announces owned VIPs, and watches who else answers for them. */
@NullMarked
package dev.carom.agent.neighbor;

import org.jspecify.annotations.NullMarked;
