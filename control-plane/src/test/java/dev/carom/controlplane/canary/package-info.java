@NullMarked
package dev.carom.controlplane.canary;

import org.jspecify.annotations.NullMarked;
