@NullMarked
package dev.carom.controlplane.history;

import org.jspecify.annotations.NullMarked;
