/** Revisions that chosen nodes try first: begun with a write, watched, and passed on or rolled back. */
@NullMarked
package dev.carom.controlplane.canary;

import org.jspecify.annotations.NullMarked;
