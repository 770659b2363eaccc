@NullMarked
package dev.carom.controlplane.setup;

import org.jspecify.annotations.NullMarked;
