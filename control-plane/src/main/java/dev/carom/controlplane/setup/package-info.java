/** Scripts that make a server a backend, and undo it. Pure text: nothing is run from here. */
@NullMarked
package dev.carom.controlplane.setup;

import org.jspecify.annotations.NullMarked;
