@NullMarked
package dev.carom.controlplane.gate;

import org.jspecify.annotations.NullMarked;
