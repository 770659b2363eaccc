/** REST for events. */
@NullMarked
package dev.carom.controlplane.event.web;

import org.jspecify.annotations.NullMarked;
