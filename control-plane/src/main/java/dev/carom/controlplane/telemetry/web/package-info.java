/** REST for what nodes report. */
@NullMarked
package dev.carom.controlplane.telemetry.web;

import org.jspecify.annotations.NullMarked;
