/** What a host's kernel is set to, to compare before and after. */
@NullMarked
package dev.carom.lab.snapshot;

import org.jspecify.annotations.NullMarked;
