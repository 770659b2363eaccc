/** What happened, as one timeline. */
@NullMarked
package dev.carom.controlplane.event;

import org.jspecify.annotations.NullMarked;
