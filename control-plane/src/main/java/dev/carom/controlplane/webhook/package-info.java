/** Tells other systems what happens: signed, at least once. */
@NullMarked
package dev.carom.controlplane.webhook;

import org.jspecify.annotations.NullMarked;
