/** The way in: who is asking, whether they may, and how often. */
@NullMarked
package dev.carom.controlplane.gate;

import org.jspecify.annotations.NullMarked;
