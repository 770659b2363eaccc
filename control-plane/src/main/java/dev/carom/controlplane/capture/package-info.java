/** Captures of VIPs' frames: taken by nodes, kept here within bounds. */
@NullMarked
package dev.carom.controlplane.capture;

import org.jspecify.annotations.NullMarked;
