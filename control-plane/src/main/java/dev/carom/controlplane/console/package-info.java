/** Serves the operator console from its jar. */
@NullMarked
package dev.carom.controlplane.console;

import org.jspecify.annotations.NullMarked;
