/** Tests of what nodes report. */
@NullMarked
package dev.carom.controlplane.telemetry;

import org.jspecify.annotations.NullMarked;
