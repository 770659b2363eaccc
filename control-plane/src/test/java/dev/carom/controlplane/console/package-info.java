@NullMarked
package dev.carom.controlplane.console;

import org.jspecify.annotations.NullMarked;
