/** What agents report, as they last said it and how long ago. */
@NullMarked
package dev.carom.controlplane.telemetry;

import org.jspecify.annotations.NullMarked;
