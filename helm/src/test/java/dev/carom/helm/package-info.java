/** The chart's tests: what it renders, refuses and says. Nothing here needs a cluster. */
@NullMarked
package dev.carom.helm;

import org.jspecify.annotations.NullMarked;
