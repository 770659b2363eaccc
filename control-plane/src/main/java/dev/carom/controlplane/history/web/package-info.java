/** REST for the past of VIPs and backends. */
@NullMarked
package dev.carom.controlplane.history.web;

import org.jspecify.annotations.NullMarked;
