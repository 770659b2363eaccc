/** Who did what, and when. */
@NullMarked
package dev.carom.controlplane.audit;

import org.jspecify.annotations.NullMarked;
