/** What the tests of all features share. */
@NullMarked
package dev.carom.controlplane;

import org.jspecify.annotations.NullMarked;
