/** Tests of the timeline and its stream. */
@NullMarked
package dev.carom.controlplane.event;

import org.jspecify.annotations.NullMarked;
