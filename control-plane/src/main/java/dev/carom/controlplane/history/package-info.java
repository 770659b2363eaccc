/** What was done for VIPs and backends, ten seconds by ten seconds and minute by minute, for pictures of the past. */
@NullMarked
package dev.carom.controlplane.history;

import org.jspecify.annotations.NullMarked;
