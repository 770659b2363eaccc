/** Asks owning nodes where flows go, and shows the way of a packet. */
@NullMarked
package dev.carom.controlplane.trace;

import org.jspecify.annotations.NullMarked;
