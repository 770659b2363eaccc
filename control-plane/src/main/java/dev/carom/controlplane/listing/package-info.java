/** Pages of what there is: filtered by fields and labels, sorted, continued by key. Pure but for {@code SqlPages}. */
@NullMarked
package dev.carom.controlplane.listing;

import org.jspecify.annotations.NullMarked;
