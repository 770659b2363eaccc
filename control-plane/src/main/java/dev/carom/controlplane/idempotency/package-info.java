/** The same POST twice is done once: its answer is kept, sealed, and given again. */
@NullMarked
package dev.carom.controlplane.idempotency;

import org.jspecify.annotations.NullMarked;
