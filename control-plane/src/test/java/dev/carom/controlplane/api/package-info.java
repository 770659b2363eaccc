/** The REST interface as its callers meet it: the whole application over HTTP, on the real database. */
@NullMarked
package dev.carom.controlplane.api;

import org.jspecify.annotations.NullMarked;
