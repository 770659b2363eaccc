/** What was done of late for each VIP and backend, second by second. */
@NullMarked
package dev.carom.agent.traffic;

import org.jspecify.annotations.NullMarked;
